import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportDetail } from '../../contract/imports.ts';
import { readImport } from '../support/importFile.ts';
import { PAGE, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { response } from '../support/response.ts';

const CONTACTS = 100_000;
const A_SECOND = 50;
const QUIET_SECONDS = 30;
const WINDOW = 10_000;
/** Whoever has to wait for a socket waits, and is measured from when they came. */
const SOCKETS = 64;
/** With more than these waiting it does not keep up, and never will. */
const WAITING_MAX = 3_000;

let product: TestProduct;
let shop: TestWorkspace;
let agent: Agent;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace();
  agent = new Agent({ keepAlive: true, maxSockets: SOCKETS });
});
afterAll(async () => {
  agent.destroy();
  await product.stop();
});

/** Sends one response; answers the status once the whole answer is there. */
function send(body: unknown): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const url = `${product.origin}/v1/sites/${shop.siteKey}/responses`;
  const headers = { origin: PAGE, 'content-type': 'text/plain' };
  const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
    answer.resume();
    answer.once('end', () => resolve(answer.statusCode ?? 0));
    answer.once('error', reject);
  });
  sent.once('error', reject);
  sent.end(JSON.stringify(body));
  return promise;
}

interface Visits {
  times: number[];
  /** The same by the ten seconds in which they were due. */
  windows: number[][];
  stored: number;
  failed: number;
}

/** Sends responses at a steady rate, whatever becomes of those before, until told to stop. */
async function visitors(until: () => boolean): Promise<Visits> {
  const visits: Visits = { times: [], windows: [], stored: 0, failed: 0 };
  const sent: Promise<void>[] = [];
  let waiting = 0;
  const begun = performance.now();
  const visit = async (due: number, n: number): Promise<void> => {
    waiting += 1;
    const status = await send(response({ answers: [{ question: 'rating', value: 1 + (n % 5) }] })).catch(() => 0);
    waiting -= 1;
    const time = performance.now() - due;
    visits.times.push(time);
    const window = Math.floor((due - begun) / WINDOW);
    visits.windows[window] ??= [];
    visits.windows[window].push(time);
    if (status === 200) visits.stored += 1;
    else visits.failed += 1;
  };
  for (let n = 0; !until(); n += 1) {
    const due = begun + (n * 1_000) / A_SECOND;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (waiting > WAITING_MAX) throw new Error(`${waiting} answers wait to be taken`);
    sent.push(visit(due, n));
  }
  await Promise.all(sent);
  return visits;
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

/** The p95 of the window in the middle: what else the machine does for a moment is not put down to the import. */
function usualP95(windows: readonly number[][]): number {
  const each = windows.filter((times) => times.length >= (A_SECOND * WINDOW) / 2_000).map(p95);
  return each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)] ?? 0;
}

const quiet = () => {
  const end = performance.now() + QUIET_SECONDS * 1_000;
  return visitors(() => performance.now() > end);
};

async function reached(id: string, status: ImportDetail['status']): Promise<ImportDetail> {
  for (;;) {
    const found = await readImport(shop, id);
    if (found.status === status) return found;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

/** Brings the file in; answers what became of it and the seconds that each part took. */
async function bringIn(file: string): Promise<{ done: ImportDetail; plan: number; run: number }> {
  const begun = performance.now();
  const made = await shop.api('/imports?name=all.csv', { method: 'POST', body: file });
  const { id } = (await made.json()) as ImportDetail;
  await reached(id, 'planned');
  const planned = performance.now();
  await (await shop.api(`/imports/${id}/run`, { method: 'POST' })).text();
  const done = await reached(id, 'done');
  return { done, plan: (planned - begun) / 1_000, run: (performance.now() - planned) / 1_000 };
}

describe('a hundred thousand contacts brought in while people answer', () => {
  it('loses no answer and makes them wait no more than twice as long', async () => {
    const rows = Array.from(
      { length: CONTACTS },
      (_, i) =>
        `c-${i},Person${i} Name${i % 5_000},person${i}@ikon.example,+98912${String(1_000_000 + i)},Company ${i % 400},customer,2026-01-01`,
    );
    const file = `id,name,email,phone,company,stage,updated\n${rows.join('\n')}\n`;
    // What a cold start takes is no measure of anything.
    const warm = await quiet();
    const before = await quiet();
    let isOver = false;
    const importing = bringIn(file).finally(() => {
      isOver = true;
    });
    const [busy, { done, plan, run }] = await Promise.all([visitors(() => isOver), importing]);
    const after = await quiet();
    const calm = usualP95([...before.windows, ...after.windows]);
    const under = usualP95(busy.windows);
    console.info(
      `plan ${plan.toFixed(0)} s, run ${run.toFixed(0)} s, ${(CONTACTS / run).toFixed(0)} rows/s; ` +
        `p95 ${calm.toFixed(1)} ms without the import, ${under.toFixed(1)} ms with it ` +
        `(over all ${p95([...before.times, ...after.times]).toFixed(1)} and ${p95(busy.times).toFixed(1)}); ` +
        `${busy.times.length} answers during it`,
    );
    expect(done.done).toMatchObject({ create: CONTACTS, refuse: 0 });
    expect(done.differs).toBe(false);
    expect(warm.failed + before.failed + busy.failed + after.failed).toBe(0);
    const stored = (await (await shop.api('/responses/counts')).json()) as { total: number };
    expect(stored.total).toBe(warm.stored + before.stored + busy.stored + after.stored);
    expect(p95(busy.times)).toBeLessThanOrEqual(2 * p95([...before.times, ...after.times]));
  });
});
