import { useSignal } from '@preact/signals';
import { Dialog } from '../../components/Dialog.tsx';
import { t } from '../../messages/translate.ts';
import { rotateSecret } from '../../models/sites.ts';

interface RotateDialogProps {
  siteKey: string;
  onClose: () => void;
}

/** Says what a new secret changes before it is made. */
export function RotateDialog({ siteKey, onClose }: RotateDialogProps) {
  const busy = useSignal(false);
  return (
    <Dialog title={t('sites.rotate-title')} onClose={onClose}>
      <p class="soft">{t('sites.rotate-text')}</p>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button
          type="button"
          class="button"
          data-kind="primary"
          disabled={busy.value}
          onClick={async () => {
            busy.value = true;
            await rotateSecret(siteKey);
            onClose();
          }}
        >
          {t('sites.rotate')}
        </button>
      </div>
    </Dialog>
  );
}
