import type { Moments } from '../../contract/rules.ts';

/** Watches for one kind of moment until `left` is aborted; `come` may be called more than once. */
type Watch<Wanted> = (wanted: Wanted, come: () => void, left: AbortSignal) => void;

/** In CSS pixels a millisecond, over at least `EXIT_SPAN` milliseconds: a finger that flings the page back to its top. */
const EXIT_SPEED = 1.5;
const EXIT_SPAN = 80;

const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove', 'scroll'];

const within = (left: AbortSignal) => ({ capture: true, passive: true, signal: left });

/** What scrolls, if it is the page itself or as good as that. */
function scrolled({ target }: Event): Element | undefined {
  const scroller = target === document ? document.scrollingElement : target;
  return scroller instanceof Element && scroller.clientHeight > innerHeight / 2 ? scroller : undefined;
}

const click: Watch<string> = (selector, come, left) => {
  // One that is none is found out now, not in the midst of a press.
  document.querySelector(selector);
  const hears = (event: Event) =>
    event.composedPath().some((node) => node instanceof Element && node.matches(selector)) && come();
  addEventListener('click', hears, within(left));
};

const scroll: Watch<number> = (percent, come, left) => {
  const hears = (event: Event) => {
    const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = scrolled(event) ?? {};
    // What lies half a pixel further than can be scrolled is reached, too.
    if (scrollHeight && scrollTop + clientHeight + 1 >= (scrollHeight * percent) / 100) come();
  };
  addEventListener('scroll', hears, within(left));
};

const idle: Watch<number> = (seconds, come, left) => {
  let last = Date.now();
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    const rest = last + seconds * 1_000 - Date.now();
    // A hidden page is not idle, it is somewhere else.
    if (rest > 0 || document.hidden) timer = setTimeout(wait, Math.max(rest, 1_000));
    else come();
  };
  const hears = () => {
    last = Date.now();
  };
  for (const input of INPUTS) addEventListener(input, hears, within(left));
  left.addEventListener('abort', () => clearTimeout(timer));
  wait();
};

const exit: Watch<true> = (_, come, left) => {
  // Out of the window, through its top, with nothing of the page on the other side.
  const leaves = ({ relatedTarget, clientY }: MouseEvent) => !relatedTarget && clientY <= 0 && come();
  addEventListener('mouseout', leaves, within(left));
  let before: { at: number; top: number } | undefined;
  const flings = (event: Event) => {
    const scroller = scrolled(event);
    if (!scroller || !matchMedia('(pointer: coarse)').matches) return;
    const now = { at: event.timeStamp, top: scroller.scrollTop };
    before ??= now;
    const span = now.at - before.at;
    if (span < EXIT_SPAN) return;
    if ((before.top - now.top) / span > EXIT_SPEED) come();
    before = now;
  };
  addEventListener('scroll', flings, within(left));
};

const visible: Watch<string> = (selector, come, left) => {
  const seeing = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && come());
  const look = () => {
    for (const element of document.querySelectorAll(selector)) seeing.observe(element);
  };
  // What a page draws later, or draws anew, counts as well.
  const drawing = new MutationObserver(look);
  left.addEventListener('abort', () => {
    seeing.disconnect();
    drawing.disconnect();
  });
  look();
  drawing.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['class', 'id'] });
};

/** How each moment is watched for. What needs more than the page itself is not among them. */
export const moments: {
  [Name in 'click' | 'scroll' | 'idle' | 'exit' | 'visible']: Watch<NonNullable<Moments[Name]>>;
} = { click, scroll, idle, exit, visible };
