import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Site } from '../../contract/workspace.ts';
import { eventually } from '../support/eventually.ts';
import { PAGE, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { response } from '../support/response.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

async function site(shop: TestWorkspace): Promise<Site> {
  const { items } = (await (await shop.api('/sites')).json()) as { items: Site[] };
  const [found] = items;
  if (!found) throw new Error('a workspace has a site');
  return found;
}
const originsOf = (list: Site['refused']) => list.map(({ origin }) => origin);

it('a page that was forgotten among a site’s origins is shown to its owner, until it is listed', async () => {
  const shop = await product.makeWorkspace();
  expect((await site(shop)).refused).toEqual([]);
  const before = Date.now();
  const refused = await shop.send('responses', response(), { origin: 'https://staging.shop.example' });
  expect(refused.status).toBe(403);
  const { refused: noted, lastSeen } = await eventually(
    () => site(shop),
    (one) => one.refused.length > 0,
  );
  expect(originsOf(noted)).toEqual(['https://staging.shop.example']);
  expect(Date.parse(noted[0]?.at ?? '')).toBeGreaterThanOrEqual(before);
  expect(lastSeen).toEqual([]);

  const edit = { origins: [PAGE, 'https://*.shop.example'] };
  await shop.api(`/sites/${shop.siteKey}`, { method: 'PATCH', body: JSON.stringify(edit) });
  expect((await site(shop)).refused).toEqual([]);
});

it.each(['js', 'json'])(
  'its %s asked for from there counts, by referrer alone, and without what else a referrer says',
  async (file) => {
    const shop = await product.makeWorkspace();
    const ask = (referer: string) => fetch(`${product.origin}/w/${shop.siteKey}.${file}`, { headers: { referer } });
    for (const referer of [`${product.origin}/sites`, `${PAGE}/a`, 'https://elsewhere.example/a?secret=1']) {
      expect((await ask(referer)).status).toBe(200);
    }
    const noted = await eventually(
      () => site(shop),
      ({ refused, lastSeen }) => refused.length > 0 && lastSeen.length > 0,
    );
    expect(originsOf(noted.refused)).toEqual(['https://elsewhere.example']);
    expect(originsOf(noted.lastSeen)).toEqual([PAGE]);
  },
);

it('a flood of made-up origins writes once', async () => {
  const shop = await product.makeWorkspace();
  const knock = (origin: string) => shop.send('decide', {}, { origin });
  await knock('https://first.example');
  await eventually(
    () => site(shop),
    ({ refused }) => refused.length > 0,
  );
  for (let i = 0; i < 50; i++) expect((await knock(`https://x${i}.example`)).status).toBe(403);
  expect(originsOf((await site(shop)).refused)).toEqual(['https://first.example']);
});
