import { describe, expect, it } from 'vitest';
import type { Stage } from './stage.ts';

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

/** Pages whose style is not kind. */
export function styles(stage: Stage): void {
  describe('in a page whose style', () => {
    it.each(Object.entries(HOSTILE))('%s, a survey can be seen and answered', async (_, style) => {
      const { ask, shop, visitor } = stage;
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
}
