import { describe, expect, it } from 'vitest';
import type { Stage } from './stage.ts';

/** Asking and answering, by pointer and keyboard, in both directions. */
export function asking(stage: Stage): void {
  describe('a survey', () => {
    it('stores the rating at the tap, then the comment with it', async () => {
      const { ask, shop, visitor } = stage;
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
      const { ask, visitor } = stage;
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
      const { ask, shop, visitor } = stage;
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
      const { ask, shop, visitor } = stage;
      const address = await ask();
      await visitor.face(4);
      await shop.stored(address, ([one]) => one?.score === 4);
      await visitor.press('Escape');
      expect(await visitor.count('[part=panel]')).toBe(0);
      expect(await shop.stored(address, () => true)).toMatchObject([{ score: 4, complete: false }]);
    });

    it('speaks Persian from right to left, and its arrows move as they point', async () => {
      const { ask, shop, visitor } = stage;
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
      const { shop, visitor } = stage;
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
      const { shop, visitor } = stage;
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
      const { shop, visitor } = stage;
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
}
