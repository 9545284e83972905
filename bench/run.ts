import { buildAll } from '../scripts/build-all.ts';
import { benchCollect } from './collect.ts';
import { benchOverview } from './overview.ts';

/** Every line compares two things measured in this same run, turn by turn; times by themselves mean little. */
await buildAll();
const lines = [...(await benchCollect()), ...(await benchOverview())];
let failed = 0;
for (const { what, ratio, budget, atMost, detail } of lines) {
  const holds = atMost ? ratio <= budget : ratio >= budget;
  if (!holds) failed++;
  console.log(
    `${holds ? ' ' : '!'} ${ratio.toFixed(2).padStart(6)} × (${atMost ? '≤' : '≥'} ${budget})  ${what}  ${detail}`,
  );
}
process.exit(failed === 0 ? 0 : 1);
