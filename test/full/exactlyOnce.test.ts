import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Proof, startProof } from '../support/exactlyOnce.ts';

/** Other visits than those of `npm test`. */
const SEEDS = Array.from({ length: 500 }, (_, index) => 1_001 + index);

let proof: Proof;

beforeAll(async () => {
  proof = await startProof();
});
afterAll(() => proof.close());

it('stores every answer of 500 visits once, with its last word, whatever the network does', async () => {
  const { wrong, answers, mishaps } = await proof.prove(SEEDS, 4);
  console.log(`${SEEDS.length} visits: ${answers} answers, ${mishaps} mishaps`);
  expect(wrong).toEqual([]);
  expect(answers).toBeGreaterThan(SEEDS.length);
  expect(mishaps).toBeGreaterThan(SEEDS.length);
});
