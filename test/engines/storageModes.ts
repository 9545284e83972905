import { describe, expect, it } from 'vitest';
import type { Stage } from './stage.ts';

/** What a site says may be kept on a visitor's device. */
export function storageModes(stage: Stage): void {
  describe('a site that', () => {
    it('keeps things after an interaction has kept nothing before it', async () => {
      const { ask, visitor } = stage;
      await ask();
      expect(await visitor.kept()).toEqual([]);
      await visitor.face(4);
      await expect.poll(async () => (await visitor.kept()).length, { timeout: 10_000 }).toBeGreaterThan(0);
    });

    it('keeps nothing takes a whole answer within the page, and says of what it could not send that it is not sent', async () => {
      const { ask, shop, visitor } = stage;
      const address = await ask(shop.page({ storage: 'none' }));
      await visitor.face(4);
      await shop.stored(address, ([one]) => one?.score === 4);
      shop.gate.shut();
      await visitor.write('Nowhere to go');
      await visitor.button('Send');
      await visitor.reads('Not sent');
      expect(await visitor.kept()).toEqual([]);
      shop.gate.open();
      // The page may have tried again by itself before the button is reached.
      await visitor.buttonUntil('Send', 'Thank you');
      const answers = await shop.stored(address, ([one]) => one?.complete === true);
      expect(answers).toMatchObject([{ score: 4, comment: 'Nowhere to go' }]);
      expect(await visitor.kept()).toEqual([]);
    });

    it('asks for consent keeps nothing without it, and what it needs with it', async () => {
      const { ask, shop, visitor } = stage;
      const address = await ask(shop.page({ storage: 'consent' }));
      await visitor.face(2);
      await shop.stored(address, ([one]) => one?.score === 2);
      expect(await visitor.kept()).toEqual([]);
      await visitor.call('consent', true);
      await visitor.write('Agreed');
      await visitor.button('Send');
      await shop.stored(address, ([one]) => one?.comment === 'Agreed' && one.complete);
      await expect.poll(async () => (await visitor.kept()).length, { timeout: 10_000 }).toBeGreaterThan(0);
      await visitor.call('consent', false);
      await expect.poll(() => visitor.kept(), { timeout: 10_000 }).toEqual([]);
    });
  });
}
