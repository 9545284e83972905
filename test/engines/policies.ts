import { describe, expect, it } from 'vitest';
import type { Stage } from './stage.ts';

/** Pages that allow hardly anything. */
export function policies(stage: Stage): void {
  describe('under a strict policy', () => {
    it('works with nothing allowed but the two sources it needs', async () => {
      const { shop, visitor } = stage;
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
      const { shop, visitor } = stage;
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
}
