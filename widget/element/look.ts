import type { Look } from '../../contract/survey.ts';
import css from './look.css?inline';
import { addSheet } from './survey.styles.ts';

addSheet(css);

/**
 * Puts a survey's own look on its element: its colours, by script, since a strict policy lets no `style` attribute
 * through; its corner; or the middle of the page, held back until it is closed.
 *
 * @returns what the survey is to be drawn into
 */
export function wear(element: HTMLElement & { popup: boolean }, root: ShadowRoot, look: Look = {}, close: () => void) {
  const { ink, onInk, surface, radius, font, scheme, corner } = look;
  const worn = { ink, 'on-ink': onInk, surface, radius: radius === undefined ? radius : `${radius}px`, font, scheme };
  for (const [name, value] of Object.entries(worn)) if (value) element.style.setProperty(`--touchstone-${name}`, value);
  if (!element.popup) return root;
  const dialog = look.as === 'modal' && document.createElement('dialog');
  const before = document.activeElement;
  // Once it is drawn.
  queueMicrotask(() => {
    const panel = root.querySelector('.panel');
    if (!dialog) return panel?.classList.add(corner ?? '-');
    panel?.classList.add('modal');
    panel?.setAttribute('role', 'group');
    dialog.showModal();
    return root.querySelector<HTMLElement>('#q0')?.focus();
  });
  if (!dialog) return root;
  dialog.setAttribute('aria-labelledby', 'q0');
  dialog.addEventListener('cancel', close);
  // To where the visitor was before it came, once it has gone, unless the page has led them on.
  element.addEventListener('touchstone-close', () =>
    queueMicrotask(() => {
      if (document.activeElement === document.body) (before as HTMLElement | null)?.focus();
    }),
  );
  root.append(dialog);
  return dialog;
}
