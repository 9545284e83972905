import fc from 'fast-check';
import { type Fact, FLAG, NO_SCORE } from '../../worker/facts/fact.ts';
import { pack } from '../../worker/facts/pack.ts';
import type { Block } from '../../worker/facts/scan.ts';

const u8 = fc.nat(255);
const u16 = fc.nat(65_535);
const u32 = fc.nat(0xffff_ffff);

/** Any fact that fits its fields. */
export const anyFact: fc.Arbitrary<Fact> = fc.record({
  seq: u32,
  minute: u32,
  survey: u16,
  version: u16,
  touchpoint: u16,
  metric: u8,
  score: fc.integer({ min: -128, max: 127 }),
  emotion: u8,
  trust: u8,
  language: u8,
  country: u8,
  device: u8,
  site: u8,
  channel: u8,
  flags: u8,
  contact: u32,
});

/** Facts as a workspace has them, with few different values, so that filters hit and miss. */
export const likelyFact: fc.Arbitrary<Fact> = fc.record({
  seq: fc.nat(40),
  minute: fc.integer({ min: 1_000, max: 1_030 }),
  survey: fc.nat(3),
  version: fc.constant(1),
  touchpoint: fc.nat(3),
  metric: fc.constantFrom(0, 1, 1, 1, 2, 3, 255),
  score: fc.constantFrom(NO_SCORE, 0, 1, 2, 3, 4, 5, 7, 9),
  emotion: fc.constant(0),
  trust: fc.nat(2),
  language: fc.nat(2),
  country: fc.nat(2),
  device: fc.nat(3),
  site: fc.nat(1),
  channel: fc.constant(0),
  flags: fc.constantFrom(
    0,
    0,
    0,
    FLAG.deleted,
    FLAG.test,
    FLAG.secondary,
    FLAG.complete,
    FLAG.commented | FLAG.complete,
  ),
  contact: fc.nat(4),
});

/** Facts in ascending order of arrival, as blocks hold them. */
export const likelyFacts = fc
  .array(likelyFact, { maxLength: 60 })
  .map((facts) => facts.toSorted((a, b) => a.seq - b.seq));

/** The same facts in blocks of at most `size`. */
export function inBlocks(facts: readonly Fact[], size: number): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < facts.length; start += size) blocks.push(pack(facts.slice(start, start + size)));
  return blocks;
}
