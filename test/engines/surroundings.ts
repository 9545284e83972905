import { describe, expect, it } from 'vitest';
import type { Stage } from './stage.ts';

/** Hears whatever a page would notice, before the widget is there. */
const LISTEN = `
window.troubles = [];
addEventListener('error', (event) => troubles.push(String(event.message)));
addEventListener('unhandledrejection', (event) => troubles.push(String(event.reason)));
addEventListener('securitypolicyviolation', (event) => troubles.push(event.violatedDirective + ' ' + event.blockedURI));
`;

const BLOCK_STORAGE = `
for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
`;

/** What a browser that is too old for a survey lacks. */
const TOO_OLD = {
  'custom elements': 'delete window.customElements',
  'style sheets that can be made': 'window.CSSStyleSheet = function () { throw new TypeError("Illegal constructor"); }',
  fetch: 'delete window.fetch',
  'mutation observers': 'delete window.MutationObserver',
  'hasOwn of objects': 'delete Object.hasOwn',
};

/** What an older browser may do without. */
const OLDER = {
  locks: 'delete Navigator.prototype.locks',
  'the navigation API': 'delete window.navigation',
  'a memory of presses': 'delete Navigator.prototype.userActivation',
  popovers: 'delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.popover',
};

/** Pages, frames and browsers of every kind. */
export function surroundings(stage: Stage): void {
  describe('the page around', () => {
    it('hears no error, violated policy or warning of ours, and gets no cookie', async () => {
      const { ask, shop, troubles, visitor } = stage;
      const address = await ask(
        shop.page({
          before: LISTEN,
          policy: `default-src 'none'; script-src 'self' HOST; connect-src HOST; img-src 'self'`,
        }),
      );
      await visitor.face(3);
      await visitor.button('Skip');
      await visitor.reads('Thank you');
      await shop.stored(address, ([one]) => one?.complete === true);
      expect(await troubles()).toEqual([]);
      expect(await visitor.run('return document.cookie')).toBe('');
    });

    it('may be a narrow frame of another', async () => {
      const { shop, visitor } = stage;
      const inner = shop.page();
      const outer = shop.page({ body: `<iframe src="${inner}" width="360" height="640"></iframe>` });
      await visitor.go(outer);
      await visitor.sees({ css: 'iframe' });
      await visitor.enter({ css: 'iframe' });
      await visitor.call('track', 'checkout_done');
      await visitor.face(2);
      // A sheet at the bottom, once it has slid in.
      await expect
        .poll(() =>
          visitor.run(
            `const { x, width, bottom } = document.querySelector('touchstone-survey').shadowRoot.querySelector('[part=panel]').getBoundingClientRect(); return { x, width, bottom: Math.round(bottom) }`,
          ),
        )
        .toEqual({ x: 0, width: 360, bottom: 640 });
      await visitor.write('Framed');
      await visitor.button('Send');
      await shop.stored(inner, ([one]) => one?.comment === 'Framed' && one.complete);
      await visitor.leave();
      expect(await visitor.count('touchstone-survey')).toBe(0);
    });

    it('may carry the tag twice', async () => {
      const { ask, shop, troubles, visitor } = stage;
      const address = await ask(shop.page({ tags: 2, before: LISTEN }));
      expect(await visitor.count('[part=panel]')).toBe(1);
      await visitor.face(5);
      await visitor.button('Skip');
      await visitor.reads('Thank you');
      expect(await shop.stored(address, ([one]) => one?.complete === true)).toHaveLength(1);
      expect(await troubles()).toEqual([]);
    });

    it('may be one whose storage is blocked', async () => {
      const { ask, shop, troubles, visitor } = stage;
      const address = await ask(shop.page({ before: LISTEN + BLOCK_STORAGE }));
      await visitor.face(2);
      await visitor.write('Nothing to keep it in');
      await visitor.button('Send');
      await visitor.reads('Thank you');
      const answers = await shop.stored(address, ([one]) => one?.complete === true);
      expect(answers).toMatchObject([{ score: 2, comment: 'Nothing to keep it in' }]);
      expect(await troubles()).toEqual([]);
    });

    it.each(Object.entries(TOO_OLD))('hears nothing of us in a browser without %s', async (_, lack) => {
      const { shop, troubles, visitor } = stage;
      await visitor.go(
        shop.page({
          before: `${LISTEN}${lack};
window.touchstone = function () { (touchstone.q = touchstone.q || []).push(arguments); };
touchstone('track', 'checkout_done');
touchstone('show', 'after-delivery');
addEventListener('load', function () { setTimeout(function () { touchstone('show', 'after-delivery'); window.late = true; }, 300); });`,
          body: '<touchstone-survey survey="after-delivery"></touchstone-survey>',
        }),
      );
      await expect.poll(() => visitor.run('return !!window.late || troubles[0]'), { timeout: 10_000 }).toBe(true);
      expect(await troubles()).toEqual([]);
      expect(await visitor.count('[part=panel]')).toBe(0);
    });

    it.each(Object.entries(OLDER))('may be in a browser without %s', async (_, lack) => {
      const { ask, shop, troubles, visitor } = stage;
      const address = await ask(shop.page({ before: `${LISTEN}${lack}` }));
      await visitor.face(1);
      await visitor.write('Older');
      await visitor.button('Send');
      await visitor.reads('Thank you');
      const answers = await shop.stored(address, ([one]) => one?.complete === true);
      expect(answers).toMatchObject([{ score: 1, comment: 'Older' }]);
      expect(await troubles()).toEqual([]);
    });
  });
}
