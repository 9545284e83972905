import { useSignal } from '@preact/signals';
import type { Contact } from '../../../contract/contact.ts';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { loadIdentity } from '../../models/identity.ts';
import { loadPerson, loadTimeline } from '../../models/person.ts';
import { MergeDialog } from './MergeDialog.tsx';

/** Opens the dialog that makes this person one with another. */
export function MergeButton({ contact }: { contact: Contact }) {
  const open = useSignal(false);
  return (
    <>
      <button
        type="button"
        class="button"
        onClick={() => {
          open.value = true;
        }}
      >
        <Icon name="users-round" />
        {t('merge.with')}
      </button>
      {open.value && (
        <MergeDialog
          contact={contact}
          onMerged={() => void Promise.all([loadPerson(contact.id), loadTimeline(), loadIdentity(contact.id)])}
          onClose={() => {
            open.value = false;
          }}
        />
      )}
    </>
  );
}
