import { history } from '../test/support/history.ts';
import { startTestProduct, type TestProduct } from '../test/support/product.ts';
import { median, type Ratio, spread } from './ratio.ts';

const ROUNDS = 9;
const DAYS = 90;
const BATCH = 5_000;

/** The overview of a million responses against that of ten thousand, spread over the same ninety days. */
export async function benchOverview(): Promise<Ratio[]> {
  const product = await startTestProduct();
  try {
    const small = await filled(product, 10_000);
    const large = await filled(product, 1_000_000);
    const times = { small: [] as number[], large: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      times.small.push(await timed(small));
      times.large.push(await timed(large));
    }
    return [
      {
        what: 'overview of 1,000,000 against 10,000 responses, ms',
        ratio: median(times.large) / median(times.small),
        budget: 5,
        atMost: true,
        detail: `${spread(times.large, 1)} against ${spread(times.small, 1)}`,
      },
    ];
  } finally {
    await product.stop();
  }
}

/** A workspace of so many responses; answers how to ask for its overview. */
async function filled(product: TestProduct, count: number): Promise<() => Promise<void>> {
  const shop = await product.makeWorkspace();
  const now = Date.now();
  for (let at = 0; at < count; at += BATCH) {
    // A slice of the period at a time: a million responses at once would be a gigabyte of text.
    const until = now - DAYS * 86_400_000 * (1 - (at + BATCH) / count);
    const answer = await fetch(`${product.origin}/api/setup/history`, {
      method: 'POST',
      headers: { authorization: `Bearer ${product.setupToken}` },
      body: JSON.stringify({
        workspace: shop.id,
        site: shop.siteKey,
        contacts: [],
        displays: [],
        responses: history(BATCH, until, (DAYS * BATCH) / count, at),
      }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }
  return async () => {
    const answer = await shop.api('/reports/overview');
    const { responses } = (await answer.json()) as { responses: number };
    if (responses < count * 0.95) throw new Error(`the overview counts ${responses} of ${count}`);
  };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
