/** Further than this, in CSS pixels, and a pull was meant. */
const FAR = 48;

/** Hears a finger on a panel's grip: the panel follows it down, and `away` is called when it lets go far enough. */
export function pullDown(away: () => void): (event: TouchEvent) => void {
  let heldAt = 0;
  return ({ type, currentTarget, changedTouches: [finger] }) => {
    const { clientY } = finger as Touch;
    if (type === 'touchstart') heldAt = clientY;
    const way = clientY - heldAt;
    const panel = (currentTarget as Element).parentElement;
    panel?.style.setProperty('translate', type === 'touchmove' && way > 0 ? `0 ${way}px` : '');
    if (type === 'touchend' && way > FAR) away();
  };
}
