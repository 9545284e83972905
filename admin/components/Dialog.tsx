import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../messages/translate.ts';
import { Icon } from './Icon.tsx';

interface DialogProps {
  title: string;
  size?: 'wide';
  onClose: () => void;
  children: ComponentChildren;
}

/** A modal dialog, open as long as it is rendered. Escape, the cross and a press beside it close it; focus returns. */
export function Dialog({ title, size, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own key
    <dialog
      ref={element}
      aria-labelledby={heading}
      data-size={size}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <div class="dialog-head">
        <h2 class="title" id={heading}>
          {title}
        </h2>
        <button
          type="button"
          class="button push"
          data-kind="quiet"
          data-shape="square"
          data-size="small"
          aria-label={t('close')}
          onClick={onClose}
        >
          <Icon name="x" />
        </button>
      </div>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
