import { Dialog } from '../../components/Dialog.tsx';
import { t } from '../../messages/translate.ts';
import { removeResponse } from '../../models/response.ts';

interface DeleteDialogProps {
  onClose: () => void;
}

/** Asks once more before a response goes for good. */
export function DeleteDialog({ onClose }: DeleteDialogProps) {
  return (
    <Dialog title={t('detail.delete')} onClose={onClose}>
      <p class="soft">{t('detail.delete-sure')}</p>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button
          type="button"
          class="button"
          data-kind="danger"
          onClick={async () => {
            onClose();
            await removeResponse();
          }}
        >
          {t('delete')}
        </button>
      </div>
    </Dialog>
  );
}
