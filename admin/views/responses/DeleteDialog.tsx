import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { t } from '../../messages/translate.ts';
import { removeResponse } from '../../models/response.ts';

interface DeleteDialogProps {
  onClose: () => void;
}

/** Asks once more before a response goes for good. */
export function DeleteDialog({ onClose }: DeleteDialogProps) {
  return (
    <ConfirmDialog title={t('detail.delete')} action={t('delete')} onConfirm={removeResponse} onClose={onClose}>
      {t('detail.delete-sure')}
    </ConfirmDialog>
  );
}
