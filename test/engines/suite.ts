import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from './engine.ts';
import { openShop, type Shop } from './shop.ts';
import { type Visitor, visitorOf } from './visitor.ts';

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
};

/** What an older browser may do without. */
const OLDER = {
  'hasOwn of objects': 'delete Object.hasOwn',
  locks: 'delete Navigator.prototype.locks',
  'the navigation API': 'delete window.navigation',
  'a memory of presses': 'delete Navigator.prototype.userActivation',
  popovers: 'delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.popover',
};

/** Styles of a page that would spoil whatever is not shut off from them. */
const HOSTILE = {
  'unsets everything': '* { all: unset !important }',
  'hides what it does not know':
    'div, section, p, h2, h3, button, textarea, svg, span, dialog, [popover], [role] { display: none !important }',
  'has a huge root font':
    'html { font-size: 72px !important; line-height: 4 !important; letter-spacing: 1em; word-spacing: 2em; text-transform: uppercase; text-indent: 5em }',
  'lets nothing be pressed or chosen':
    'body { user-select: none; pointer-events: none; cursor: none; visibility: hidden }',
};

/** The widget from the page to the database, in one engine. */
export function suite(launch: () => Promise<Engine>): void {
  let engine: Engine;
  let shop: Shop;
  let visitor: Visitor;

  beforeAll(async () => {
    shop = await openShop();
    engine = await launch();
  });
  afterAll(async () => {
    await engine.close();
    await shop.close();
  });
  beforeEach(async () => {
    shop.gate.open();
    shop.gate.fate = () => ({ kind: 'pass' });
    visitor = visitorOf(await engine.visit());
  });
  afterEach(() => visitor.close());

  /** A page of the shop, a survey on it. */
  const ask = async (address = shop.page()) => {
    await visitor.go(address);
    await visitor.call('track', 'checkout_done');
    await visitor.sees({ css: '[role=radio]' });
    return address;
  };
  const troubles = () => visitor.run<string[]>('return window.troubles');

  describe('a survey', () => {
    it('stores the rating at the tap, then the comment with it', async () => {
      const address = await ask();
      await visitor.face(2);
      const [first] = await shop.stored(address, (answers) => answers.length === 1);
      expect(first).toMatchObject({ score: 2, comment: null, complete: false, revision: 1, locale: 'en' });
      await visitor.write('It took forever.');
      await visitor.button('Send');
      await visitor.reads('Thank you');
      const answers = await shop.stored(address, ([one]) => one?.complete === true);
      expect(answers).toMatchObject([{ id: first?.id, score: 2, comment: 'It took forever.', revision: 2 }]);
    });

    it('is styled as it was drawn, by sheets that the engine has adopted', async () => {
      await ask();
      const drawn = await visitor.run<Record<string, unknown>>(`
        const root = document.querySelector('touchstone-survey').shadowRoot;
        const face = root.querySelector('[role=radio]').getBoundingClientRect();
        const { position, backgroundColor } = getComputedStyle(root.querySelector('[part=panel]'));
        return { sheets: root.adoptedStyleSheets.length, position, backgroundColor, width: face.width, height: face.height, styles: root.querySelectorAll('style, link').length };
      `);
      expect(drawn).toMatchObject({ position: 'fixed', styles: 0 });
      expect(drawn['sheets']).toBeGreaterThan(0);
      expect(drawn['backgroundColor']).not.toBe('rgba(0, 0, 0, 0)');
      expect(drawn['width']).toBeGreaterThanOrEqual(44);
      expect(drawn['height']).toBeGreaterThanOrEqual(44);
    });

    it('can be answered by the keyboard alone, and gives the focus back', async () => {
      const address = shop.page();
      await visitor.go(address);
      await visitor.run(`document.getElementById('before').focus()`);
      await ask(address);
      await visitor.run(`document.getElementById('before').focus()`);
      await visitor.press('Tab');
      for (let stops = 0; (await visitor.focused()) !== 'very bad'; stops++) {
        expect(stops).toBeLessThan(4);
        await visitor.press('Tab');
      }
      await visitor.press('ArrowRight');
      await visitor.press('ArrowRight');
      expect(await visitor.focused()).toBe('neither');
      await visitor.press('ArrowLeft');
      expect(await visitor.focused()).toBe('bad');
      await visitor.press('Enter');
      await shop.stored(address, ([one]) => one?.score === 2);
      await visitor.press('Tab');
      await visitor.type('by hand');
      await visitor.press('Enter', 'Control');
      await shop.stored(address, ([one]) => one?.comment === 'by hand' && one.complete);
      await visitor.reads('Thank you');
      await visitor.press('Escape');
      expect(await visitor.count('[part=panel]')).toBe(0);
      expect(await visitor.focused()).toBe('before');
    });

    it('goes at Escape, keeping what was stored', async () => {
      const address = await ask();
      await visitor.face(4);
      await shop.stored(address, ([one]) => one?.score === 4);
      await visitor.press('Escape');
      expect(await visitor.count('[part=panel]')).toBe(0);
      expect(await shop.stored(address, () => true)).toMatchObject([{ score: 4, complete: false }]);
    });

    it('speaks Persian from right to left, and its arrows move as they point', async () => {
      const address = await ask(shop.page({ lang: 'fa', dir: 'rtl' }));
      await visitor.reads('چطور بود؟');
      const [first = 0, last = 0] = await visitor.run<number[]>(`
        const faces = [...document.querySelector('touchstone-survey').shadowRoot.querySelectorAll('[role=radio]')];
        return [faces[0], faces[4]].map((face) => face.getBoundingClientRect().x);
      `);
      expect(first).toBeGreaterThan(last);
      await visitor.run(`document.querySelector('touchstone-survey').shadowRoot.querySelector('[role=radio]').focus()`);
      await visitor.press('ArrowLeft');
      await visitor.press('ArrowLeft');
      await visitor.press('ArrowRight');
      expect(await visitor.focused()).toBe('بد');
      await visitor.press('Space');
      await visitor.write('دیر رسید');
      await visitor.button('فرستادن');
      const answers = await shop.stored(address, ([one]) => one?.complete === true);
      expect(answers).toMatchObject([{ score: 2, comment: 'دیر رسید', locale: 'fa' }]);
    });

    it('placed in the page flows in it, and takes the answer for its touchpoint', async () => {
      const address = shop.page({
        body: '<p id="slot"><touchstone-survey survey="after-delivery" touchpoint="delivery"></touchstone-survey></p>',
      });
      await visitor.go(address);
      await visitor.face(5);
      expect(
        await visitor.run(
          `return getComputedStyle(document.querySelector('touchstone-survey').shadowRoot.querySelector('[part=panel]')).position`,
        ),
      ).not.toBe('fixed');
      const answers = await shop.stored(address, (found) => found.length === 1);
      expect(answers).toMatchObject([{ score: 5, survey: 'after-delivery', touchpoint: 'delivery' }]);
    });

    it('goes on after a reload where it was, as the same response', async () => {
      const address = shop.page({ body: '<touchstone-survey survey="after-delivery"></touchstone-survey>' });
      await visitor.go(address);
      await visitor.face(4);
      const [first] = await shop.stored(address, (found) => found.length === 1);
      await visitor.write('Half a thou');
      await visitor.reload();
      await visitor.sees({ css: 'textarea' });
      await visitor.click({ css: 'textarea' });
      await visitor.run(
        `const field = document.querySelector('touchstone-survey').shadowRoot.querySelector('textarea'); field.setSelectionRange(99, 99)`,
      );
      await visitor.type('ght');
      await visitor.button('Send');
      const answers = await shop.stored(address, ([one]) => one?.complete === true);
      expect(answers).toMatchObject([{ id: first?.id, score: 4, comment: 'Half a thought' }]);
    });

    it('is called off when a single-page app moves on, and due again when it comes back', async () => {
      const address = `${shop.page()}help`;
      await visitor.go(address);
      await visitor.arrived();
      await visitor.run(`history.pushState(null, '', location.pathname.replace('help', 'basket'))`);
      // Longer than the survey's delay.
      await visitor.run(`window.left = performance.now()`);
      await expect
        .poll(() => visitor.run<boolean>('return performance.now() - left > 2000'), { timeout: 10_000 })
        .toBe(true);
      expect(await visitor.count('[part=panel]')).toBe(0);
      await visitor.run(`history.back()`);
      await visitor.face(3);
      await shop.stored(address, ([one]) => one?.score === 3);
    });
  });

  describe('under a strict policy', () => {
    it('works with nothing allowed but the two sources it needs', async () => {
      const address = `${shop.page({ policy: `default-src 'none'; script-src HOST; connect-src HOST` })}arrival`;
      await visitor.go(address);
      await visitor.face(1);
      await visitor.write('Strict');
      const drawn = await visitor.run<{ position: string; width: number }>(`
        const root = document.querySelector('touchstone-survey').shadowRoot;
        return { position: getComputedStyle(root.querySelector('[part=panel]')).position, width: root.querySelector('[role=radio]').getBoundingClientRect().width };
      `);
      expect(drawn.position).toBe('fixed');
      expect(drawn.width).toBeGreaterThanOrEqual(44);
      await visitor.button('Send');
      await visitor.reads('Thank you');
      const answers = await shop.stored(address, ([one]) => one?.complete === true);
      expect(answers).toMatchObject([{ score: 1, comment: 'Strict' }]);
      expect(shop.violations(address).filter((report) => !report.includes('favicon.ico'))).toEqual([]);
    });

    it('works under Trusted Types, with its one policy listed', async () => {
      const address = `${shop.page({
        policy: `default-src 'none'; script-src HOST; connect-src HOST; require-trusted-types-for 'script'; trusted-types lit-html`,
      })}arrival`;
      await visitor.go(address);
      // It is proof only where the engine enforces them.
      expect(
        await visitor.run(
          `try { document.createElement('p').innerHTML = '<b>'; return 'taken'; } catch { return 'refused'; }`,
        ),
      ).toBe('refused');
      await visitor.face(5);
      await visitor.write('Trusted');
      await visitor.button('Send');
      await visitor.reads('Thank you');
      await shop.stored(address, ([one]) => one?.comment === 'Trusted' && one.complete);
      const [own, ...others] = shop.violations(address).filter((report) => !report.includes('favicon.ico'));
      // The one that was made above.
      expect(own).toContain('require-trusted-types-for');
      expect(others).toEqual([]);
    });
  });

  describe('in a page whose style', () => {
    it.each(Object.entries(HOSTILE))('%s, a survey can be seen and answered', async (_, style) => {
      const address = await ask(shop.page({ style, dir: 'rtl' }));
      const seen = await visitor.run<{ size: string; width: number; height: number; isHit: boolean }>(`
        const root = document.querySelector('touchstone-survey').shadowRoot;
        const face = root.querySelectorAll('[role=radio]')[3];
        const { x, y, width, height } = face.getBoundingClientRect();
        let hit = document.elementFromPoint(x + width / 2, y + height / 2);
        while (hit?.shadowRoot) hit = hit.shadowRoot.elementFromPoint(x + width / 2, y + height / 2);
        return { size: getComputedStyle(root.querySelector('h2')).fontSize, width, height, isHit: face.contains(hit) };
      `);
      expect(seen).toMatchObject({ size: '16px', isHit: true });
      expect(seen.width).toBeGreaterThanOrEqual(44);
      await visitor.face(4);
      await visitor.write('Seen');
      await visitor.button('Send');
      const answers = await shop.stored(address, ([one]) => one?.complete === true);
      expect(answers).toMatchObject([{ score: 4, comment: 'Seen' }]);
    });
  });

  describe('the page around', () => {
    it('hears no error, violated policy or warning of ours, and gets no cookie', async () => {
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
      const address = await ask(shop.page({ tags: 2, before: LISTEN }));
      expect(await visitor.count('[part=panel]')).toBe(1);
      await visitor.face(5);
      await visitor.button('Skip');
      await visitor.reads('Thank you');
      expect(await shop.stored(address, ([one]) => one?.complete === true)).toHaveLength(1);
      expect(await troubles()).toEqual([]);
    });

    it('may be one whose storage is blocked', async () => {
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

  describe('when the server is gone', () => {
    it('keeps the answer, does not thank for it, and delivers it once at the next visit', async () => {
      const address = await ask();
      shop.gate.shut();
      await visitor.face(1);
      await visitor.write('No signal in the cellar');
      await visitor.button('Send');
      await visitor.reads('Not sent yet');
      expect((await visitor.kept()).filter((key) => key.includes(':out:'))).toHaveLength(1);
      shop.gate.open();
      await visitor.go(shop.page());
      const answers = await shop.stored(address, (found) => found.length > 0);
      expect(answers).toMatchObject([{ score: 1, comment: 'No signal in the cellar', complete: true }]);
      await expect
        .poll(async () => (await visitor.kept()).filter((key) => key.includes(':out:')), { timeout: 10_000 })
        .toEqual([]);
    });

    it('after it has stored an answer, does not make a second of it', async () => {
      const address = await ask();
      shop.gate.fate = (route) => (route === 'responses' ? { kind: 'cut', when: 'after' } : { kind: 'pass' });
      await visitor.face(5);
      await visitor.button('Skip');
      await visitor.reads('Not sent yet');
      shop.gate.fate = () => ({ kind: 'pass' });
      await visitor.reload();
      await expect
        .poll(async () => (await visitor.kept()).filter((key) => key.includes(':out:')), { timeout: 10_000 })
        .toEqual([]);
      expect(await shop.stored(address, () => true)).toMatchObject([{ score: 5, revision: 2, complete: true }]);
    });
  });
}
