import { describe, expect, it } from 'vitest';
import type { Stage } from './stage.ts';

/** Servers that go away. */
export function outages(stage: Stage): void {
  describe('when the server is gone', () => {
    it('keeps the answer, does not thank for it, and delivers it once at the next visit', async () => {
      const { ask, shop, visitor } = stage;
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
      const { ask, shop, visitor } = stage;
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
