import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fact, FLAG, metricCode } from '../../worker/facts/fact.ts';
import { find } from '../../worker/facts/find.ts';
import { BLOCK_MAX, GROUP_NAMES, GROUPS } from '../../worker/facts/groups.ts';
import { append, pack } from '../../worker/facts/pack.ts';
import { patch } from '../../worker/facts/patch.ts';
import { toFacts, unpack } from '../../worker/facts/unpack.ts';
import { anyFact } from './facts-arbitrary.ts';

const facts = fc.array(anyFact, { maxLength: 30 });

const ONE: Fact = {
  seq: 7,
  minute: 29_000_000,
  survey: 1,
  version: 2,
  touchpoint: 3,
  metric: metricCode('csat'),
  score: 4,
  emotion: 0,
  trust: 2,
  language: 1,
  country: 5,
  device: 3,
  site: 1,
  channel: 0,
  flags: FLAG.complete,
  contact: 99,
};

describe('packed facts', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(facts, (some) => {
        expect(toFacts(pack(some))).toEqual(some);
      }),
    );
  });

  it('grow to the same bytes as if packed at once', () => {
    fc.assert(
      fc.property(facts, facts, (first, then) => {
        expect(append(pack(first), then)).toEqual(pack([...first, ...then]));
      }),
    );
  });

  it('take 28 bytes each', () => {
    const groups = pack([ONE, ONE, ONE]);
    expect(GROUP_NAMES.reduce((sum, name) => sum + groups[name].byteLength, 0)).toBe(3 * 28);
  });

  it('have every field in exactly one group', () => {
    const fields = GROUP_NAMES.flatMap((name) => [...GROUPS[name]]);
    expect(fields.toSorted()).toEqual(Object.keys(ONE).toSorted());
  });

  it('are read wherever in memory their bytes begin', () => {
    fc.assert(
      fc.property(facts, fc.nat(9), (some, shift) => {
        const { time, figure, who, context } = pack(some);
        const moved = (bytes: Uint8Array) => {
          const wide = new Uint8Array(bytes.length + shift);
          wide.set(bytes, shift);
          return wide.subarray(shift);
        };
        const groups = { time: moved(time), figure: moved(figure), who: moved(who), context: moved(context) };
        expect(toFacts(groups)).toEqual(some);
      }),
    );
  });

  it('are little-endian, column after column', () => {
    expect([
      ...pack([
        { ...ONE, seq: 1, minute: 2 },
        { ...ONE, seq: 3, minute: 0x0102 },
      ]).time,
    ]).toEqual([1, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 2, 1, 0, 0]);
  });

  it.each([
    ['score', 128],
    ['score', -129],
    ['metric', 256],
    ['survey', 65_536],
    ['contact', 4_294_967_296],
    ['seq', -1],
    ['minute', 1.5],
    ['trust', Number.NaN],
  ] as const)('refuse a %s of %d', (field, value) => {
    expect(() => pack([{ ...ONE, [field]: value }])).toThrow(RangeError);
  });

  it('are at most 65,536 in a block', () => {
    const full = pack(Array.from({ length: BLOCK_MAX }, () => ONE));
    expect(unpack('time', full.time).length).toBe(BLOCK_MAX);
    expect(() => append(full, [ONE])).toThrow(RangeError);
  });

  it('are refused when their bytes are cut short or do not belong together', () => {
    const { time, figure, who, context } = pack([ONE, ONE]);
    expect(() => unpack('time', time.subarray(0, 15))).toThrow(RangeError);
    expect(() => toFacts({ time, figure, who: who.subarray(0, 4), context })).toThrow(RangeError);
    expect(() => append({ time, figure, who: who.subarray(0, 4), context }, [ONE])).toThrow(RangeError);
  });
});

describe('a patch', () => {
  it('changes its records and nothing else', () => {
    const some = fc.array(anyFact, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(some, fc.array(fc.nat(19), { maxLength: 4 }), anyFact, (old, wanted, change) => {
        const at = wanted.filter((index) => index < old.length);
        const before = pack(old);
        const { time, figure, who, context } = before;
        const after = {
          time: patch('time', time, at, change),
          figure: patch('figure', figure, at, change),
          who: patch('who', who, at, change),
          context: patch('context', context, at, change),
        };
        expect(toFacts(after)).toEqual(old.map((fact, index) => (at.includes(index) ? change : fact)));
        expect(toFacts(before)).toEqual(old);
      }),
    );
  });

  it('leaves fields of other groups alone', () => {
    const { who } = pack([ONE]);
    expect(patch('who', who, [0], { score: 1, flags: 0 })).toEqual(who);
  });

  it('refuses a record that is not there and a value that does not fit', () => {
    const { who } = pack([ONE]);
    expect(() => patch('who', who, [1], { contact: 1 })).toThrow(RangeError);
    expect(() => patch('who', who, [-1], { contact: 1 })).toThrow(RangeError);
    expect(() => patch('who', who, [0], { contact: -1 })).toThrow(RangeError);
  });
});

describe('finding a response', () => {
  it('finds all its records and only these', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 80 }), fc.nat(31), (numbers, wanted) => {
        const seq = Uint32Array.from(numbers).sort();
        const { start, end } = find(seq, wanted);
        expect([...seq.subarray(start, end)]).toEqual([...seq].filter((one) => one === wanted));
      }),
    );
  });

  it('works up to the last number there can be', () => {
    expect(find(Uint32Array.of(1, 0xffff_ffff, 0xffff_ffff), 0xffff_ffff)).toEqual({ start: 1, end: 3 });
  });
});
