import { Agent, request } from 'node:http';
import { PAGE, startTestProduct } from '../test/support/product.ts';
import { response } from '../test/support/response.ts';
import { median, type Ratio, spread } from './ratio.ts';

const ROUNDS = 5;
const CALLS = 2_000;
const AT_ONCE = 64;

/** The whole collect route, one stored response a call, against a route that only says no. */
export async function benchCollect(): Promise<Ratio[]> {
  const product = await startTestProduct();
  try {
    const shop = await product.makeWorkspace({ dailyQuota: 1_000_000 });
    const { port } = new URL(product.origin);
    const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
    const call = (method: string, path: string, body: string, expected: number) =>
      new Promise<void>((resolve, reject) => {
        const sent = request({ agent, host: '127.0.0.1', port, method, path, headers: { origin: PAGE } }, (answer) => {
          answer.resume();
          answer.on('end', () =>
            answer.statusCode === expected ? resolve() : reject(new Error(`${path} answered ${answer.statusCode}`)),
          );
        });
        sent.on('error', reject);
        sent.end(body);
      });
    const perSecond = async (work: () => Promise<void>): Promise<number> => {
      const started = performance.now();
      let left = CALLS;
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          while (left-- > 0) await work();
        }),
      );
      return CALLS / ((performance.now() - started) / 1_000);
    };
    const empty = () => call('GET', '/w/nothing', '', 404);
    const collect = () =>
      call('POST', `/v1/sites/${shop.siteKey}/responses`, JSON.stringify(response({ visitor: 'visitor-bench' })), 200);
    await perSecond(empty);
    await perSecond(collect);
    const rates = { empty: [] as number[], collect: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      rates.empty.push(await perSecond(empty));
      rates.collect.push(await perSecond(collect));
    }
    agent.destroy();
    return [
      {
        what: 'collect route against an empty route, requests/s',
        ratio: median(rates.collect) / median(rates.empty),
        budget: 0.3,
        atMost: false,
        detail: `${spread(rates.collect)} against ${spread(rates.empty)}`,
      },
    ];
  } finally {
    await product.stop();
  }
}
