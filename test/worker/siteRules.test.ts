import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace();
});
afterAll(() => product.stop());

/** The rules at the end of the site's script. */
async function rules(): Promise<Record<string, unknown>> {
  const answer = await fetch(`${product.origin}/w/${shop.siteKey}.js`);
  expect(answer.status).toBe(200);
  const [, json = ''] = /\((\{"site":.*\})\);\s*$/.exec(await answer.text()) ?? [];
  return JSON.parse(json) as Record<string, unknown>;
}

const change = (edit: unknown) => shop.api('/settings', { method: 'PATCH', body: JSON.stringify(edit) });

it('a site’s script says how often people may be asked, and follows the setting', async () => {
  expect(await rules()).toMatchObject({ cooldown: 7, cap: [3, 30] });
  expect((await change({ fatigue: { cooldown: 2, cap: { surveys: 5, days: 90 } } })).status).toBe(200);
  expect(await rules()).toMatchObject({ cooldown: 2, cap: [5, 90] });
  // Another setting leaves it as it is.
  expect((await change({ calendar: 'persian' })).status).toBe(200);
  expect(await rules()).toMatchObject({ cooldown: 2, cap: [5, 90] });
  expect((await change({ fatigue: { cooldown: 0, cap: null } })).status).toBe(200);
  const unbound = await rules();
  expect(unbound).not.toHaveProperty('cooldown');
  expect(unbound).not.toHaveProperty('cap');
});

it('a site made later keeps to the same setting', async () => {
  await change({ fatigue: { cooldown: 4, cap: null } });
  const site = { name: 'Second', origins: ['https://second.example'], idSystem: 'shop' };
  const made = await shop.api('/sites', { method: 'POST', body: JSON.stringify(site) });
  const { key } = (await made.json()) as { key: string };
  const script = await (await fetch(`${product.origin}/w/${key}.js`)).text();
  expect(script).toContain('"cooldown":4');
  expect(script).toContain('"id":"after-checkout"');
});
