import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINK_FIELDS, type LinkField } from '../../contract/identity.ts';
import { BLOCK_MAX, Blocks } from '../../worker/identity/linkage/blocks.ts';
import { compare, patternKey } from '../../worker/identity/linkage/compare.ts';
import { compareNames } from '../../worker/identity/linkage/compareNames.ts';
import { estimate } from '../../worker/identity/linkage/estimate.ts';
import { Frequencies } from '../../worker/identity/linkage/frequencies.ts';
import { jaroWinkler } from '../../worker/identity/linkage/jaroWinkler.ts';
import { type Linkable, linkable } from '../../worker/identity/linkage/linkable.ts';
import { type Chances, firstModel } from '../../worker/identity/linkage/model.ts';
import { score } from '../../worker/identity/linkage/score.ts';

const person = (over: Partial<Parameters<typeof linkable>[0]> & { number: number }): Linkable =>
  linkable({ name: '', company: null, attributes: {}, emails: [], phones: [], ...over });

describe('Jaro and Winkler’s likeness', () => {
  it.each([
    // Winkler (1990), "String Comparator Metrics and Enhanced Decision Rules", table of comparisons.
    ['martha', 'marhta', 0.9611],
    ['dixon', 'dicksonx', 0.8133],
    ['dwayne', 'duane', 0.84],
    ['jones', 'johnson', 0.8323],
    ['abroms', 'abrams', 0.9222],
    ['hardin', 'martinez', 0.7222],
    ['itman', 'smith', 0.4667],
    ['jeraldine', 'geraldine', 0.9259],
    ['massey', 'massie', 0.9333],
  ])('of %s and %s is as published', (a, b, value) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(value, 3);
  });

  it('is the same in both directions, one for the same word only, and never beyond', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const alike = jaroWinkler(a, b);
        expect(alike).toBeCloseTo(jaroWinkler(b, a), 1);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        if (a !== '') expect(jaroWinkler(a, a)).toBe(1);
      }),
    );
  });
});

describe('two names', () => {
  const levels = (a: string, b: string) =>
    compareNames(person({ number: 1, name: a }).words, person({ number: 2, name: b }).words).level;
  it.each([
    ['Nowak, Zofia', 'zofia NOWAK', 0],
    ['موسوي‌نژاد سارا', 'سارا موسوی‌نژاد', 0],
    ['Wiśniewska Michał', 'M. Wisniewska', 1],
    ['Priya Okafor', 'Prya Okafor', 1],
    ['Mary Jane Smith', 'Maryjane Smith', 1],
    ['Adam Nowak', 'Piotr Nowak', 2],
    ['Customer 12', 'Customer 13', 2],
    ['Adam Nowak', 'Sara Karimi', 3],
  ])('%s and %s agree at level %i', (a, b, level) => {
    expect(levels(a, b)).toBe(level);
    expect(levels(b, a)).toBe(level);
  });
});

describe('the weight of a pair', () => {
  it('is log2 of m / u added up over the fields, with the prior odds (Fellegi and Sunter 1969)', () => {
    const model = { ...firstModel(100), prior: 1 / 3 };
    const a = person({ number: 1, attributes: { city: 'Kraków' } });
    const b = person({ number: 2, attributes: { city: 'Tehran' } });
    const { weight, probability, fields } = score(a, b, model, () => 0);
    const place = Math.log2(model.m.place[3] / model.u.place[3]);
    expect(fields).toEqual([{ field: 'place', level: 'differs', weight: place, shared: null }]);
    expect(weight).toBeCloseTo(Math.log2(0.5) + place, 10);
    expect(probability).toBeCloseTo(2 ** weight / (1 + 2 ** weight), 10);
  });

  it('says that a rare name agrees more than that a common one does (Winkler 1989)', () => {
    const frequencies = new Frequencies();
    const name = (index: number) => (index < 200 ? 'Adam Nowak' : `Only${index} Name${index}`);
    const people = Array.from({ length: 1_000 }, (_, index) => person({ number: index + 1, name: name(index) }));
    for (const one of people) frequencies.add(one);
    frequencies.add(person({ number: 2_000, name: name(900) }));
    const model = firstModel(1_001);
    const weigh = (words: string) =>
      score(person({ number: 1, name: words }), person({ number: 2, name: words }), model, frequencies.count).weight;
    expect(weigh(name(900)) - weigh(name(0))).toBeGreaterThan(6);
  });

  it('is the same whichever of the two comes first', () => {
    const some = fc.record({
      name: fc.constantFrom('', 'Adam Nowak', 'A. Nowak', 'Nowak Adm', 'Sara Karimi'),
      company: fc.constantFrom(null, 'Ikon', 'Ikon Ltd.', 'Other'),
      emails: fc.subarray(['adam.nowak@ikon.example', 'adamnowak@mail.example', 'info@ikon.example']),
      phones: fc.subarray(['+48512450855', '+48512450856']),
      attributes: fc.record({
        city: fc.constantFrom('', 'Kraków', 'Krakow'),
        birthday: fc.constantFrom('', '1980-02-01'),
      }),
    });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [left, right] = [person({ number: 1, ...a }), person({ number: 2, ...b })];
        expect(patternKey(compare(left, right))).toBe(patternKey(compare(right, left)));
        const model = firstModel(500);
        expect(score(left, right, model, () => 3).weight).toBeCloseTo(score(right, left, model, () => 3).weight, 8);
      }),
    );
  });
});

describe('learning without labels', () => {
  it('finds the m, u and share that simulated pairs were made with', () => {
    const truth: Record<LinkField, { m: Chances; u: Chances }> = Object.fromEntries(
      LINK_FIELDS.map((field, index) => [
        field,
        index < 5
          ? { m: [0.75 + index * 0.03, 0.16 - index * 0.02, 0.05, 0.04 - index * 0.01], u: [0.01, 0.01, 0.04, 0.94] }
          : { m: [0.9, 0.04, 0.03, 0.03], u: [0.02 * (index - 4), 0.01, 0.03, 0.96 - 0.02 * (index - 4)] },
      ]),
    ) as unknown as Record<LinkField, { m: Chances; u: Chances }>;
    let seed = 42;
    const random = () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed / 0x1_0000_0000;
    };
    const pick = (chances: Chances) => {
      let left = random();
      for (const [level, chance] of chances.entries()) {
        left -= chance;
        if (left < 0) return level;
      }
      return 3;
    };
    const draw = (kind: 'm' | 'u', pairs: number, into: Map<string, number>) => {
      for (let i = 0; i < pairs; i++) {
        const key = LINK_FIELDS.map((field) => (random() < 0.2 ? '-' : pick(truth[field][kind]))).join('');
        into.set(key, (into.get(key) ?? 0) + 1);
      }
    };
    const atRandom = new Map<string, number>();
    draw('u', 60_000, atRandom);
    const blocked = new Map<string, number>();
    draw('m', 3_000, blocked);
    draw('u', 12_000, blocked);
    const people = 20_000;
    const model = estimate(atRandom, blocked, people);
    for (const field of LINK_FIELDS) {
      for (const level of [0, 1, 2, 3] as const) {
        expect(Math.abs(model.m[field][level] - truth[field].m[level]), `m of ${field}`).toBeLessThan(0.03);
        expect(Math.abs(model.u[field][level] - truth[field].u[level]), `u of ${field}`).toBeLessThan(0.01);
      }
    }
    const matches = (model.prior * people * (people - 1)) / 2;
    expect(Math.abs(matches - 3_000)).toBeLessThan(300);
  });
});

describe('blocks', () => {
  it('bring every two together who share a key that not too many have, and each pair once', () => {
    const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 30 }), (people) => {
        const blocks = new Blocks();
        for (const [index, own] of people.entries()) blocks.add(index * 7 + 1, [...new Set(own)]);
        blocks.close();
        const found = people.flatMap((_, place) => blocks.partners(place).map((other) => `${place * 7 + 1}-${other}`));
        const wanted = people.flatMap((own, a) =>
          people.flatMap((theirs, b) =>
            b > a && own.some((key) => theirs.includes(key)) ? `${a * 7 + 1}-${b * 7 + 1}` : [],
          ),
        );
        expect(found.toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });

  it('leave out what everybody shares', () => {
    const blocks = new Blocks();
    for (let number = 1; number <= BLOCK_MAX + 1; number++) blocks.add(number, ['all', `own${Math.floor(number / 2)}`]);
    blocks.close();
    const pairs = Array.from({ length: BLOCK_MAX + 1 }, (_, place) => blocks.partners(place).length);
    expect(pairs.reduce((sum, n) => sum + n, 0)).toBe(BLOCK_MAX / 2);
  });
});
