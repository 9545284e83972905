import { describe, expect, it } from 'vitest';
import type { Stage } from './stage.ts';

/** More page than fits a window, with something at its end. */
const LONG = '<div style="block-size: 4000px"></div><p id="end">The end</p>';

/** What an engine brings about, and what must then be asked: the surveys are in `shop.ts`. */
export function moments(stage: Stage): void {
  describe('a survey that waits', () => {
    it('for a press on something, comes at the press and not before', async () => {
      const { shop, visitor } = stage;
      const address = `${shop.page({ body: '<a class="buy" href="#bought"><b>Buy</b></a>' })}click`;
      await visitor.go(address);
      await visitor.arrived();
      await visitor.click({ css: '#before' });
      expect(await visitor.count('[part=panel]')).toBe(0);
      await visitor.click({ css: 'b' });
      await visitor.face(4);
      await shop.stored(address, ([one]) => one?.score === 4);
    });

    it('for half of the page to have been scrolled past, comes then and not before', async () => {
      const { shop, visitor } = stage;
      const address = `${shop.page({ body: LONG })}scroll`;
      await visitor.go(address);
      await visitor.arrived();
      await visitor.run('scrollTo(0, 300)');
      expect(await visitor.run('return new Promise((seen) => setTimeout(() => seen(scrollY), 300))')).toBe(300);
      expect(await visitor.count('[part=panel]')).toBe(0);
      await visitor.run('scrollTo(0, 3000)');
      await visitor.face(3);
      await shop.stored(address, ([one]) => one?.score === 3);
    });

    it('for something to come into view, comes when it does', async () => {
      const { shop, visitor } = stage;
      const address = `${shop.page({ body: LONG })}visible`;
      await visitor.go(address);
      await visitor.arrived();
      expect(await visitor.run('return new Promise((seen) => setTimeout(() => seen(scrollY), 300))')).toBe(0);
      expect(await visitor.count('[part=panel]')).toBe(0);
      await visitor.run(`document.getElementById('end').scrollIntoView()`);
      await visitor.face(5);
      await shop.stored(address, ([one]) => one?.score === 5);
    });

    it('for the pointer to leave through the top of the window, comes then', async () => {
      const { shop, visitor } = stage;
      const address = `${shop.page()}exit`;
      await visitor.go(address);
      await visitor.arrived();
      // No driver can take the pointer out of the window: the page is told as the engine would tell it.
      const leave = (clientY: number) =>
        visitor.run(
          `document.body.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, relatedTarget: null, clientX: 50, clientY: arguments[0] }))`,
          clientY,
        );
      await leave(300);
      expect(await visitor.run('return new Promise((seen) => setTimeout(() => seen(1), 300))')).toBe(1);
      expect(await visitor.count('[part=panel]')).toBe(0);
      await leave(-1);
      await visitor.face(2);
      await shop.stored(address, ([one]) => one?.score === 2);
    });

    it('behind a tab at the side of the window, comes at a press on it', async () => {
      const { shop, visitor } = stage;
      const address = `${shop.page()}tab`;
      await visitor.go(address);
      await visitor.button('Tell us');
      await visitor.face(1);
      await shop.stored(address, ([one]) => one?.score === 1);
    });
  });
}
