import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryContact } from '../../contract/history.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId } from '../support/response.ts';

const PEOPLE = 100_000;
const AT_ONCE = 1_000;
const FIRST = ['Łukasz', 'Anna', 'Piotr', 'نازنین', 'سارا', 'محمدرضا', 'Żaneta', 'John'];
const LAST = ['Nowak', 'Wiśniewska', 'موسوی‌نژاد', 'احمدی', 'Smith', 'Kowalczyk', 'Źrebiec'];
/** What a keystroke may read, however many people there are: those counted, a page of them and what is known of them. */
const ROWS_MAX = 3_500;

const person = (n: number): HistoryContact => {
  const email = `p${n}@mail${n % 997}.example`;
  const phone = `+9891${String(20_000_000 + n)}`;
  return {
    id: newId(),
    name: `${FIRST[n % FIRST.length]} ${LAST[n % LAST.length]}`,
    company: n % 3 === 0 ? `Firma ${n % 4_000}` : null,
    attributes: { region: 'Łódź' },
    source: 'import:hubspot',
    identifiers: [
      { kind: 'external', system: 'hubspot', value: `h${n}`, norm: `h${n}`, source: 'import:hubspot' },
      { kind: 'email', system: '', value: email, norm: email, source: 'import:hubspot' },
      { kind: 'phone', system: '', value: phone, norm: phone, source: 'import:hubspot' },
    ],
    createdAt: 1_700_000_000_000 + n,
    updatedAt: 1_700_000_000_000 + n,
  };
};

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace();
  const actor = { id: 'user:test', name: 'Test' };
  for (let first = 0; first < PEOPLE; first += AT_ONCE) {
    const contacts = Array.from({ length: AT_ONCE }, (_, i) => person(first + i));
    const history = { site: shop.siteKey, contacts, responses: [], displays: [] };
    await shop.object.importHistory({ history, actor, now: Date.now() });
  }
  await shop.object.runClock(Date.now() + 60_000);
}, 1_200_000);
afterAll(() => product.stop());

describe(`a search among ${PEOPLE} people`, () => {
  const keystrokes = [
    'ł',
    'łu',
    'łuk',
    'lukasz',
    'lukasz now',
    'wisn',
    'موسوي‌نژاد',
    'موسوینژاد',
    '۰۹۱۲',
    '+98912',
    'h777',
    'p4242@',
    'ail9',
    'zzz',
  ];

  it.each(keystrokes)('reads few rows and answers while one types: %s', async (q) => {
    // The first one reads what every later one knows by heart.
    await shop.object.listContacts({ q: 'anna', limit: 60, masked: false, now: Date.now() });
    const before = await shop.object.meter();
    const since = performance.now();
    const { total } = await shop.object.listContacts({ q, limit: 60, masked: false, now: Date.now() });
    const took = performance.now() - since;
    const { read } = await shop.object.meter();
    console.info(`${q}: ${total} found, ${read - before.read} rows, ${took.toFixed(1)} ms`);
    expect(read - before.read).toBeLessThan(ROWS_MAX);
    expect(took).toBeLessThan(200);
    if (q !== 'zzz') expect(total).toBeGreaterThan(0);
  });

  it('finds a person who was added a moment ago', async () => {
    const name = 'Ktoś Zupełnie Nowy';
    await shop.api('/contacts', { method: 'POST', body: JSON.stringify({ name }) });
    const { items } = await shop.object.listContacts({ q: 'zupelnie', limit: 10, masked: false, now: Date.now() });
    expect(items.map((item) => item.name)).toEqual([name]);
  });

  it('finds what people said by their name, reading no more than the people', async () => {
    const before = await shop.object.meter();
    await shop.object.listResponses({ query: { q: 'wisn' }, masked: false, now: Date.now() }, { limit: 50 });
    expect((await shop.object.meter()).read - before.read).toBeLessThan(10_000);
  });
});
