import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { t } from '../messages/translate.ts';
import { Dialog } from './Dialog.tsx';

interface ConfirmDialogProps {
  title: string;
  /** What the button that does it says. */
  action: string;
  /** Nothing is destroyed by it. */
  harmless?: boolean;
  /** Carried out once; the dialog closes when it is done. */
  onConfirm: () => unknown;
  onClose: () => void;
  /** What will happen. */
  children: ComponentChildren;
}

/** Asks once more before something is done. */
export function ConfirmDialog({ title, action, harmless = false, onConfirm, onClose, children }: ConfirmDialogProps) {
  const busy = useSignal(false);
  return (
    <Dialog title={title} onClose={onClose}>
      <p class="soft">{children}</p>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button
          type="button"
          class="button"
          data-kind={harmless ? 'primary' : 'danger'}
          disabled={busy.value}
          onClick={async () => {
            busy.value = true;
            await onConfirm();
            onClose();
          }}
        >
          {action}
        </button>
      </div>
    </Dialog>
  );
}
