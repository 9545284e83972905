import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportDetail } from '../../contract/imports.ts';
import { readImport } from '../support/importFile.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { response } from '../support/response.ts';

const CONTACTS = 100_000;
const A_SECOND = 50;
const QUIET_SECONDS = 20;

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace();
});
afterAll(() => product.stop());

/** Sends responses at a steady rate until told to stop; answers how long each took and which were stored. */
async function visitors(until: () => boolean): Promise<{ times: number[]; ids: string[]; failed: number }> {
  const times: number[] = [];
  const ids: string[] = [];
  let failed = 0;
  const sent: Promise<void>[] = [];
  const begun = performance.now();
  for (let n = 0; !until(); n += 1) {
    const wait = begun + (n * 1_000) / A_SECOND - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const body = response({ answers: [{ question: 'rating', value: 1 + (n % 5) }] });
    const at = performance.now();
    sent.push(
      shop.send('responses', body).then(
        (answer) => {
          times.push(performance.now() - at);
          if (answer.status === 200) ids.push(body.id);
          else failed += 1;
        },
        () => {
          failed += 1;
        },
      ),
    );
  }
  await Promise.all(sent);
  return { times, ids, failed };
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

const quiet = () => {
  const end = performance.now() + QUIET_SECONDS * 1_000;
  return visitors(() => performance.now() > end);
};

async function until(id: string, status: ImportDetail['status']): Promise<ImportDetail> {
  for (;;) {
    const found = await readImport(shop, id);
    if (found.status === status) return found;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

describe('a hundred thousand contacts brought in while people answer', () => {
  it('loses no answer and makes them wait no more than twice as long', async () => {
    const rows = Array.from(
      { length: CONTACTS },
      (_, i) =>
        `c-${i},Person${i} Name${i % 5_000},person${i}@ikon.example,+98912${String(1_000_000 + i)},Company ${i % 400},customer,2026-01-01`,
    );
    const file = `id,name,email,phone,company,stage,updated\n${rows.join('\n')}\n`;
    const before = await quiet();
    const made = await shop.api('/imports?name=all.csv', { method: 'POST', body: file });
    const { id } = (await made.json()) as ImportDetail;
    let isDone = false;
    const begun = performance.now();
    const during = visitors(() => isDone);
    await until(id, 'planned');
    const planned = performance.now();
    await shop.api(`/imports/${id}/run`, { method: 'POST' });
    const done = await until(id, 'done');
    const finished = performance.now();
    isDone = true;
    const busy = await during;
    const after = await quiet();
    const calm = p95([...before.times, ...after.times]);
    console.info(
      `plan ${((planned - begun) / 1_000).toFixed(0)} s, run ${((finished - planned) / 1_000).toFixed(0)} s; ` +
        `p95 ${calm.toFixed(1)} ms without the import, ${p95(busy.times).toFixed(1)} ms with it; ${busy.times.length} answers during it`,
    );
    expect(done.done).toMatchObject({ create: CONTACTS, refuse: 0 });
    expect(done.differs).toBe(false);
    expect(before.failed + busy.failed + after.failed).toBe(0);
    const stored = (await (await shop.api('/responses?limit=1')).json()) as { total: number };
    expect(stored.total).toBe(before.ids.length + busy.ids.length + after.ids.length);
    expect(p95(busy.times)).toBeLessThanOrEqual(2 * calm);
  });
});
