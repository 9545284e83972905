import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../contract/metric.ts';
import { type DayRange, type SegmentCondition, type SegmentRule, segmentRule } from '../../contract/segment.ts';
import { compile } from '../../worker/segments/compile.ts';
import type { Heard, Person } from '../../worker/segments/person.ts';

const TODAY = '2026-11-23';
const DAY = 1_440;
const NOW = Date.parse(`${TODAY}T12:00:00Z`) / 60_000;
const SURVEYS = ['s1', 's2'];
const PLACES = ['t1', 't2'];
const numbered = (ids: readonly string[]) => (id: string) => {
  const at = ids.indexOf(id);
  return at < 0 ? undefined : at + 1;
};
const meaning = { today: TODAY, minute: NOW, survey: numbered(SURVEYS), touchpoint: numbered(PLACES) };

const dayAt = (offset: number) =>
  new Date(Date.parse(`${TODAY}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
const anyDay = fc.oneof(fc.integer({ min: -70, max: 70 }), fc.integer({ min: -800, max: 800 })).map(dayAt);
const done = {
  minute: fc.integer({ min: 0, max: 120 * DAY }).map((ago) => NOW - ago),
  survey: fc.nat(3),
  touchpoint: fc.nat(3),
};
const person: fc.Arbitrary<Person> = fc.record({
  attributes: fc
    .record(
      {
        stage: fc.constantFrom('Customer', 'CUSTOMER', 'lead', 'مشتري', 'مشتری', ''),
        value: fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom('3', '۳', 'three', '2.5', ' 4 ')),
        renewal: fc.oneof(
          anyDay,
          anyDay.map((day) => `${day}T10:00:00Z`),
          fc.constantFrom('2026-02-30', 'soon', '11/24/2026'),
        ),
      },
      { requiredKeys: [] },
    )
    .map((attributes) => attributes as Person['attributes']),
  company: fc.constantFrom(null, 'Mizito', 'MIZITO', 'Łódź SA', 'lodz sa'),
  sources: fc.array(fc.constantFrom('admin', 'api', 'import:hubspot', 'import:hubspots', 'token:site'), {
    minLength: 1,
    maxLength: 3,
  }),
  added: anyDay,
  identifiers: fc.array(
    fc.record({ kind: fc.constantFrom('email', 'phone', 'external'), system: fc.constantFrom('', 'hubspot', 'shop') }),
    { maxLength: 3 },
  ),
  displays: fc.array(fc.record(done), { maxLength: 5 }),
  heard: fc
    .array(
      fc.record({
        ...done,
        metric: fc.constantFrom(1, 2),
        score: fc.option(fc.integer({ min: 0, max: 5 })),
        secondary: fc.boolean(),
      }),
      { maxLength: 6 },
    )
    .map((all) => all.map((one, seq): Heard => ({ ...one, seq }))),
  events: fc.array(fc.record({ minute: done.minute, name: fc.constantFrom('ordered', 'left') }), { maxLength: 4 }),
  never: fc.boolean(),
  consents: fc.subarray(['news', 'research']),
});

const range: fc.Arbitrary<DayRange> = fc.oneof(
  fc.record(
    {
      in: fc.constantFrom('next' as const, 'last' as const),
      days: fc.integer({ min: 0, max: 90 }),
      yearly: fc.boolean(),
    },
    { requiredKeys: ['in', 'days'] },
  ),
  fc.record({ in: fc.constant('between' as const), from: anyDay, to: anyDay }, { requiredKeys: ['in'] }),
);
const bound = fc.integer({ min: -3, max: 5 });
const ends = { from: bound, to: bound };
const some = {
  survey: fc.constantFrom('s1', 's2', 'gone'),
  touchpoint: fc.constantFrom('t1', 't2', 'gone'),
  days: fc.integer({ min: 1, max: 130 }),
};
const is = fc.constantFrom('one-of' as const, 'none-of' as const, 'known' as const, 'unknown' as const);
const condition = fc.oneof(
  fc.record({
    by: fc.constant('text' as const),
    name: fc.constantFrom('stage', 'absent', 'constructor'),
    is,
    words: fc.subarray(['customer', 'مشتری', 'other']),
  }),
  fc.record({ by: fc.constant('company' as const), is, words: fc.subarray(['mizito', 'Lodz SA']) }),
  fc.record(
    { by: fc.constant('number' as const), name: fc.constant('value'), ...ends },
    { requiredKeys: ['by', 'name'] },
  ),
  fc.record({ by: fc.constant('date' as const), name: fc.constant('renewal'), range }),
  fc.record({ by: fc.constant('added' as const), range }),
  fc.record(
    {
      by: fc.constant('identifier' as const),
      kind: fc.constantFrom('email' as const, 'external' as const),
      system: fc.constant('hubspot'),
      has: fc.boolean(),
    },
    { requiredKeys: ['by', 'kind', 'has'] },
  ),
  fc.record({
    by: fc.constant('source' as const),
    words: fc.constantFrom(['import'], ['import:hubspot'], ['admin', 'api']),
    has: fc.boolean(),
  }),
  fc.record(
    {
      by: fc.constant('did' as const),
      what: fc.constantFrom('display' as const, 'response' as const, 'event' as const),
      event: fc.constantFrom('ordered', 'left', 'never heard of'),
      ...some,
      from: fc.nat(3),
      to: fc.nat(3),
    },
    { requiredKeys: ['by', 'what'] },
  ),
  fc.record(
    {
      by: fc.constant('score' as const),
      of: fc.constantFrom('last' as const, 'any' as const, 'mean' as const),
      metric: fc.constantFrom('csat' as const, 'nps' as const),
      ...some,
      ...ends,
    },
    { requiredKeys: ['by', 'of', 'metric'] },
  ),
  fc.record({ by: fc.constant('never' as const), is: fc.boolean() }),
  fc.record({ by: fc.constant('consent' as const), purpose: fc.constantFrom('news', 'sms'), is: fc.boolean() }),
) as fc.Arbitrary<SegmentCondition>;
const match = fc.constantFrom('all' as const, 'any' as const);
const rule: fc.Arbitrary<SegmentRule> = fc.record({
  match,
  of: fc.array(
    fc.oneof(condition, fc.record({ match, conditions: fc.array(condition, { minLength: 1, maxLength: 3 }) })),
    { minLength: 1, maxLength: 3 },
  ),
});

// ---- the same in the plainest way there is, sharing nothing with what is tested

const FOLDS: Record<string, string> = { مشتري: 'مشتری', 'Łódź SA': 'lodz sa', 'Lodz SA': 'lodz sa' };
const plain = (value: unknown) => FOLDS[String(value)] ?? String(value).toLowerCase();
const between = (value: number, { from, to }: { from?: number | undefined; to?: number | undefined }) =>
  (from === undefined || value >= from) && (to === undefined || value <= to);

function naiveDay(text: unknown): string | null {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(text)) return null;
  return text.startsWith('2026-02-30') ? null : text.slice(0, 10);
}
function naiveIn(day: string, within: DayRange): boolean {
  if (within.in === 'between') return !(within.from && day < within.from) && !(within.to && day > within.to);
  // Walks from today a day at a time, which needs no arithmetic on calendars.
  for (let step = 0; step <= within.days; step++) {
    const met = dayAt(within.in === 'next' ? step : -step);
    if (met === day || (within.yearly && met.slice(5) === day.slice(5))) return true;
    // Who was born on a leap day celebrates on the 28th where there is no 29th.
    const isLeap = new Date(`${met.slice(0, 4)}-02-29T00:00:00Z`).getUTCDate() === 29;
    if (within.yearly && day.endsWith('-02-29') && met.endsWith('-02-28') && !isLeap) return true;
  }
  return false;
}
function naiveWords(value: unknown, { is, words }: { is: string; words: readonly string[] }): boolean {
  const has = value !== undefined && value !== null && value !== '';
  if (is === 'known') return has;
  if (is === 'unknown') return !has;
  const hit = has && words.some((word) => plain(word) === plain(value));
  return is === 'one-of' ? hit : !hit;
}
function naive(who: Person, one: SegmentCondition): boolean {
  const since = 'days' in one && one.days ? NOW - one.days * DAY : 0;
  const there = (at: { survey: number; touchpoint: number; minute: number }) =>
    at.minute >= since &&
    (!('survey' in one) || !one.survey || SURVEYS[at.survey - 1] === one.survey) &&
    (!('touchpoint' in one) || !one.touchpoint || PLACES[at.touchpoint - 1] === one.touchpoint);
  const attribute = (name: string) => new Map(Object.entries(who.attributes)).get(name);
  switch (one.by) {
    case 'text':
      return naiveWords(attribute(one.name), one);
    case 'company':
      return naiveWords(who.company, one);
    case 'number': {
      const known: Record<string, number> = { '3': 3, '۳': 3, '2.5': 2.5, ' 4 ': 4 };
      const value = attribute(one.name);
      const n = typeof value === 'number' ? value : known[String(value)];
      return n !== undefined && between(n, one);
    }
    case 'date': {
      const day = naiveDay(attribute(one.name));
      return day !== null && naiveIn(day, one.range);
    }
    case 'added':
      return naiveIn(who.added, one.range);
    case 'identifier': {
      const found = who.identifiers.filter(
        ({ kind, system }) => kind === one.kind && (!one.system || system === one.system),
      );
      return found.length > 0 === one.has;
    }
    case 'source': {
      const found = who.sources.filter(
        (source) => one.words.includes(source) || one.words.includes(source.split(':')[0] ?? ''),
      );
      return found.length > 0 === one.has;
    }
    case 'did': {
      let n = 0;
      if (one.what === 'display') for (const at of who.displays) if (there(at)) n++;
      if (one.what === 'response') for (const at of who.heard) if (!at.secondary && there(at)) n++;
      if (one.what === 'event')
        for (const at of who.events) if (at.minute >= since && (!one.event || at.name === one.event)) n++;
      return one.from === undefined && one.to === undefined ? n >= 1 : between(n, one);
    }
    case 'score': {
      const rated = who.heard
        .filter((at) => METRICS[at.metric] === one.metric && at.score !== null && there(at))
        .sort((a, b) => a.minute - b.minute || a.seq - b.seq)
        .map(({ score }) => Number(score));
      if (rated.length === 0) return false;
      if (one.of === 'any') return rated.filter((score) => between(score, one)).length > 0;
      const mean = rated.reduce((a, b) => a + b) / rated.length;
      return between(one.of === 'mean' ? mean : (rated[rated.length - 1] ?? 0), one);
    }
    case 'never':
      return who.never === one.is;
    case 'consent':
      return new Set(who.consents).has(one.purpose) === one.is;
  }
}
function naiveRule(who: Person, { match, of }: SegmentRule): boolean {
  const hits = of.map((one) => {
    if (!('conditions' in one)) return naive(who, one);
    const inner = one.conditions.map((each) => naive(who, each));
    return one.match === 'all' ? !inner.includes(false) : inner.includes(true);
  });
  return match === 'all' ? !hits.includes(false) : hits.includes(true);
}

const somebody: Person = {
  attributes: {},
  company: null,
  sources: ['admin'],
  added: TODAY,
  identifiers: [],
  displays: [],
  heard: [],
  events: [],
  never: false,
  consents: [],
};

describe('a segment', () => {
  it('covers whom a naive count of each condition covers', () => {
    fc.assert(
      fc.property(rule, fc.array(person, { minLength: 1, maxLength: 8 }), (given, people) => {
        const test = compile(given, meaning);
        for (const who of people) expect(test(who)).toBe(naiveRule(who, given));
      }),
      { numRuns: 1_500 },
    );
  });

  it('names those who renew within 60 days and were unhappy with their last delivery', () => {
    const at = (ago: number, score: number, touchpoint = 1): Heard => ({
      minute: NOW - ago * DAY,
      survey: 1,
      touchpoint,
      seq: 100 - ago,
      metric: 1,
      score,
      secondary: false,
    });
    const given: SegmentRule = {
      match: 'all',
      of: [
        { by: 'date', name: 'renewal', range: { in: 'next', days: 60 } },
        { by: 'score', of: 'last', metric: 'csat', touchpoint: 't1', to: 2 },
      ],
    };
    const test = compile(segmentRule.parse(given), meaning);
    const renewing = { ...somebody, attributes: { renewal: dayAt(60) } };
    expect(test({ ...renewing, heard: [at(9, 5), at(3, 2), at(1, 5, 2)] })).toBe(true);
    expect(test({ ...renewing, heard: [at(9, 2), at(3, 5)] })).toBe(false);
    expect(test({ ...renewing, heard: [] })).toBe(false);
    expect(test({ ...somebody, attributes: { renewal: dayAt(61) }, heard: [at(3, 2)] })).toBe(false);
    expect(test({ ...somebody, attributes: { renewal: dayAt(-1) }, heard: [at(3, 2)] })).toBe(false);
  });

  it('knows a birthday in whatever year, over the new year and on leap days', () => {
    const born = (birthday: string, today: string, days: number) =>
      compile(
        { match: 'all', of: [{ by: 'date', name: 'birthday', range: { in: 'next', days, yearly: true } }] },
        { ...meaning, today },
      )({
        ...somebody,
        attributes: { birthday },
      });
    expect(born('1990-01-02', '2026-12-28', 7)).toBe(true);
    expect(born('1990-01-02', '2026-12-25', 7)).toBe(false);
    expect(born('1992-02-29', '2027-02-27', 1)).toBe(true);
    expect(born('1992-02-29', '2028-02-27', 1)).toBe(false);
    expect(born('1992-02-29', '2028-02-27', 2)).toBe(true);
  });

  it('has two levels of groups, so many conditions, and none that would tell who has an address', () => {
    const leaf: SegmentCondition = { by: 'never', is: true };
    const nested = { match: 'all', of: [{ match: 'any', conditions: [{ match: 'any', conditions: [leaf] }] }] };
    expect(segmentRule.safeParse(nested).success).toBe(false);
    const many = { match: 'all', of: [{ match: 'any', conditions: Array.from({ length: 20 }, () => leaf) }, leaf] };
    expect(segmentRule.safeParse(many).success).toBe(false);
    expect(segmentRule.safeParse({ ...many, of: many.of.slice(0, 1) }).success).toBe(true);
    for (const word of ['sara@ikon.example', '+98 912 458 0844', '۰۹۱۲۴۵۸۰۸۴۴']) {
      const probing = { match: 'all', of: [{ by: 'text', name: 'note', is: 'one-of', words: [word] }] };
      expect(segmentRule.safeParse(probing).success, word).toBe(false);
    }
    expect(segmentRule.safeParse({ match: 'all', of: [] }).success).toBe(false);
  });
});
