import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Proof, startProof } from '../support/exactlyOnce.ts';

/** `SEED=17 npm test -- exactlyOnce` visits with one seed alone. */
const SEEDS = process.env['SEED'] ? [Number(process.env['SEED'])] : Array.from({ length: 30 }, (_, index) => index + 1);

let proof: Proof;

beforeAll(async () => {
  proof = await startProof();
});
afterAll(() => proof.close());

it('stores every answer once, with its last word, over networks that cut, refuse, repeat and delay at random', async () => {
  const { wrong, answers, mishaps } = await proof.prove(SEEDS, 4);
  expect(wrong).toEqual([]);
  // The proof is worth something only while much is said, and much goes wrong.
  expect(answers).toBeGreaterThan(SEEDS.length);
  expect(mishaps).toBeGreaterThan(SEEDS.length);
  console.log(`${SEEDS.length} visits: ${answers} answers, ${mishaps} mishaps`);
}, 180_000);
