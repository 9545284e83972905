import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { t } from '../../messages/translate.ts';
import { rotateSecret } from '../../models/sites.ts';

interface RotateDialogProps {
  siteKey: string;
  onClose: () => void;
}

/** Says what a new secret changes before it is made. */
export function RotateDialog({ siteKey, onClose }: RotateDialogProps) {
  return (
    <ConfirmDialog
      title={t('sites.rotate-title')}
      action={t('sites.rotate')}
      harmless
      onConfirm={() => rotateSecret(siteKey)}
      onClose={onClose}
    >
      {t('sites.rotate-text')}
    </ConfirmDialog>
  );
}
