import { useSignal } from '@preact/signals';
import { Dialog } from '../../components/Dialog.tsx';
import { t } from '../../messages/translate.ts';
import { addSite } from '../../models/sites.ts';
import { readSite, SiteFields } from './SiteFields.tsx';

interface AddSiteProps {
  onClose: () => void;
}

/** Sets up a site; its tag and, for an owner, its secret are shown next. */
export function AddSite({ onClose }: AddSiteProps) {
  const busy = useSignal(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const input = readSite(new FormData(event.currentTarget));
    busy.value = true;
    const added = await addSite(input);
    busy.value = false;
    if (added) onClose();
  };
  return (
    <Dialog title={t('sites.add')} size="wide" onClose={onClose}>
      <form class="form" onSubmit={submit}>
        <SiteFields />
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" class="button" data-kind="primary" disabled={busy.value}>
            {t('sites.add')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
