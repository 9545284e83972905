import { useSignal } from '@preact/signals';
import type { Contact, ContactSummary } from '../../../contract/contact.ts';
import { survivorOf } from '../../../worker/identity/survivorOf.ts';
import { getContact } from '../../api.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { t } from '../../messages/translate.ts';
import { attempt } from '../../models/attempt.ts';
import { type Chosen, likelySame, merge } from '../../models/identity.ts';
import { navigate } from '../../models/location.ts';
import { ChoosePerson } from '../responses/ChoosePerson.tsx';
import { SideBySide } from './duplicates/SideBySide.tsx';

interface MergeDialogProps {
  contact: Contact;
  onMerged: () => void;
  onClose: () => void;
}

/** Makes the person one with another: who it is, who stays, and whose fields are shown. */
export function MergeDialog({ contact, onMerged, onClose }: MergeDialogProps) {
  const other = useSignal<Contact | null>(null);
  const stays = useSignal(contact.id);
  const chosen = useSignal<Chosen>({});
  const busy = useSignal(false);
  const choose = (found: ContactSummary) => {
    void attempt(async () => {
      const person = await getContact(found.id);
      stays.value = survivorOf(contact, person).id;
      other.value = person;
    });
  };
  // The first dialog says that it closes when the second takes its place, too.
  const giveUp = () => {
    if (!other.value) onClose();
  };
  if (!other.value) {
    return (
      <ChoosePerson
        except={contact.id}
        likely={{ title: t('merge.likely'), find: (signal) => likelySame(contact, signal) }}
        onChoose={choose}
        onClose={giveUp}
      />
    );
  }
  const both = [contact, other.value] as const;
  const survivor = stays.value === contact.id ? both[0] : both[1];
  const absorbed = stays.value === contact.id ? both[1] : both[0];
  const join = async () => {
    busy.value = true;
    const done = await merge(survivor, absorbed, chosen.value);
    busy.value = false;
    if (!done) return;
    onClose();
    if (survivor.id === contact.id) onMerged();
    else navigate(`/people/${survivor.id}`, { replace: true });
  };
  return (
    <Dialog title={t('merge.title')} size="wide" onClose={onClose}>
      <p class="soft">{t('merge.about')}</p>
      <SideBySide
        people={both}
        survivor={survivor}
        chosen={chosen}
        onSurvive={({ id }) => {
          stays.value = id;
        }}
      />
      <div class="dialog-actions">
        <button type="button" class="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button type="button" class="button" data-kind="primary" disabled={busy.value} onClick={join}>
          {t('merge.do')}
        </button>
      </div>
    </Dialog>
  );
}
