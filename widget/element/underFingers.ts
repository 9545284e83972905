import { addSheet, sheets } from './survey.styles.ts';
import css from './underFingers.css?inline';

addSheet(css);

/** Further than this, in CSS pixels, and a pull was meant. */
const FAR = 48;

/**
 * What a panel does on a touch screen: a finger on its grip draws it down, and `away` is called when it lets go far
 * enough; it keeps above the on-screen keyboard, which covers fixed boxes.
 */
export function underFingers(panel: HTMLElement | null, signal: AbortSignal, away: () => void): void {
  if (!panel) return;
  const grip = document.createElement('div');
  grip.className = 'grip';
  panel.prepend(grip);
  (panel.getRootNode() as ShadowRoot).adoptedStyleSheets = sheets;
  let heldAt = 0;
  const follow = ({ type, changedTouches: [finger] }: TouchEvent) => {
    const { clientY } = finger as Touch;
    if (type === 'touchstart') heldAt = clientY;
    const way = clientY - heldAt;
    panel.style.setProperty('translate', type === 'touchmove' && way > 0 ? `0 ${way}px` : '');
    if (type === 'touchend' && way > FAR) away();
  };
  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'])
    grip.addEventListener(type, follow as EventListener, { passive: true });
  const fit = () => {
    const { height = 0, offsetTop = 0, scale = 1 } = visualViewport ?? {};
    const covered = scale === 1 ? Math.max(0, innerHeight - height - offsetTop) : 0;
    panel.style.setProperty('--touchstone-keyboard', `${covered}px`);
  };
  visualViewport?.addEventListener('resize', fit, { signal });
}
