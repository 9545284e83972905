import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../messages/translate.ts';
import { Icon } from './Icon.tsx';

interface DialogProps {
  title: string;
  size?: 'wide';
  onClose: () => void;
  children: ComponentChildren;
}

const FIELDS = 'input:not(:disabled), textarea:not(:disabled), select:not(:disabled)';

/**
 * A modal dialog, open as long as it is rendered. It begins in its first field, else at its heading, so that Enter never
 * closes what has just opened. Escape, the cross and a press beside it close it; focus returns.
 */
export function Dialog({ title, size, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  // Before it is painted: who types on at once types into it.
  useLayoutEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    const field = dialog?.querySelector<HTMLElement>(FIELDS);
    (field ?? heading.current)?.focus();
    return () => {
      // Nothing behind an open dialog takes the focus.
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own key
    <dialog
      ref={element}
      aria-labelledby={id}
      data-size={size}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <div class="dialog-head">
        <h2 class="title" id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
      </div>
      <div class="dialog-body">{children}</div>
      {/* Last in the order of Tab: what a dialog is for comes first. */}
      <button
        type="button"
        class="button dialog-close"
        data-kind="quiet"
        data-shape="square"
        data-size="small"
        aria-label={t('close')}
        onClick={onClose}
      >
        <Icon name="x" />
      </button>
    </dialog>
  );
}
