import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfAsking } from '../../contract/consented.ts';
import { OUTCOMES } from '../../contract/metric.ts';
import type { SurveyDefinition } from '../../contract/survey.ts';
import type { Asking } from '../../worker/fatigue/asking.ts';
import { attributesOf } from '../../worker/fatigue/attributesOf.ts';
import { memoryOf, restOf } from '../../worker/fatigue/restOf.ts';
import { attributesIn, spokenOf } from '../../worker/fatigue/spokenOf.ts';
import { type Askable, verdict } from '../../worker/fatigue/verdict.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-23T12:00:00Z');
const FATIGUE = { cooldown: 7, cap: { surveys: 3, days: 30 } };
const OPEN = { cooldown: 0, cap: null };

let displays = 0;
function asking(survey: number, daysAgo: number, over: Partial<Asking> = {}): Asking {
  displays += 1;
  return { survey, display: displays, outcome: 'shown', at: NOW - daysAgo * DAY, unbidden: false, ...over };
}
const past = (...askings: Asking[]) => ({ askings, withdrawn: null, never: null });

describe('a person rests', () => {
  it('from a survey they were shown, answered or not, until its period is over', () => {
    const shown = asking(1, 10);
    expect(restOf({ number: 1, period: 30 }, past(shown), OPEN, NOW)).toEqual({
      reason: 'period',
      survey: 1,
      display: shown.display,
      since: shown.at,
      until: shown.at + 30 * DAY,
    });
    expect(restOf({ number: 1, period: 10 }, past(shown), OPEN, NOW)).toBeNull();
    expect(restOf({ number: 2, period: 30 }, past(shown), OPEN, NOW)).toBeNull();
  });

  it('from every survey for some days once they dismissed one', () => {
    const dismissed = asking(1, 3, { outcome: 'dismissed' });
    const rest = restOf({ number: 2, period: 0 }, past(dismissed, asking(3, 1)), { ...OPEN, cooldown: 7 }, NOW);
    expect(rest).toMatchObject({ reason: 'cooldown', survey: 1, since: dismissed.at, until: dismissed.at + 7 * DAY });
    expect(restOf({ number: 2, period: 0 }, past(dismissed), { ...OPEN, cooldown: 3 }, NOW)).toBeNull();
  });

  it('from every survey for good once they said never', () => {
    const never = { survey: 1, display: 9, at: NOW - 4_000 * DAY };
    expect(restOf({ number: 2, period: 0 }, { ...past(), never }, OPEN, NOW)).toEqual({
      reason: 'never',
      survey: 1,
      display: 9,
      since: never.at,
      until: null,
    });
  });

  it('from every survey once they withdrew, which a box left open in an answer does not do', () => {
    const said = (state: string, source = 'admin', purpose = 'feedback') => ({ state, source, purpose });
    const withdrawn = said('withdrawn');
    expect(endOfAsking([])).toBeNull();
    expect(endOfAsking([said('withdrawn', 'survey')])).toBeNull();
    expect(endOfAsking([said('withdrawn', 'api', 'email')])).toBeNull();
    expect(endOfAsking([said('given', 'survey'), withdrawn])).toBeNull();
    expect(endOfAsking([said('withdrawn', 'survey'), said('given', 'admin', 'sms'), withdrawn, said('given')])).toBe(
      withdrawn,
    );
  });

  it('from every survey once they were asked as many as they may be, until there is room again', () => {
    const three = [asking(1, 2), asking(2, 20), asking(3, 9)];
    const rest = restOf({ number: 4, period: 0 }, past(...three), { cooldown: 0, cap: FATIGUE.cap }, NOW);
    expect(rest).toMatchObject({ reason: 'cap', survey: 1, until: NOW + 10 * DAY });
    expect(restOf({ number: 4, period: 0 }, past(...three.slice(1)), FATIGUE, NOW)).toBeNull();
    expect(
      restOf({ number: 4, period: 0 }, past(...three, asking(5, 31)), { ...FATIGUE, cooldown: 0 }, NOW),
    ).toMatchObject({ until: NOW + 10 * DAY });
  });

  it('no sooner for one survey that came up on page after page, or for what waits in the page', () => {
    const pages = [asking(1, 1), asking(1, 0.9), asking(1, 0.8), asking(1, 0.7)];
    expect(restOf({ number: 2, period: 0 }, past(...pages), FATIGUE, NOW)).toBeNull();
    const tabs = [1, 2, 3, 4].map((days) => asking(5, days, { unbidden: true }));
    expect(restOf({ number: 2, period: 0 }, past(...tabs), FATIGUE, NOW)).toBeNull();
  });

  it('for the reason that lasts longest', () => {
    const dismissed = asking(1, 1, { outcome: 'dismissed' });
    expect(restOf({ number: 1, period: 3 }, past(dismissed), FATIGUE, NOW)?.reason).toBe('cooldown');
    expect(restOf({ number: 1, period: 90 }, past(dismissed), FATIGUE, NOW)?.reason).toBe('period');
  });

  it('until a time at which, nothing else happening, they are asked again, and not a moment before', () => {
    const some = fc.array(
      fc.record({
        survey: fc.integer({ min: 1, max: 4 }),
        daysAgo: fc.double({ min: 0, max: 60, noNaN: true }),
        outcome: fc.constantFrom(...OUTCOMES.filter((outcome) => outcome !== 'never')),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 4 }), (list, period, surveys) => {
        const fatigue = { cooldown: 7, cap: { surveys, days: 30 } };
        const before = past(
          ...list.map(({ survey, daysAgo, outcome }) => asking(survey, Math.round(daysAgo * 1440) / 1440, { outcome })),
        );
        const rest = restOf({ number: 1, period }, before, fatigue, NOW);
        if (!rest) return;
        expect(rest.since).toBeLessThanOrEqual(NOW);
        const until = rest.until ?? 0;
        expect(restOf({ number: 1, period }, before, fatigue, until)).toBeNull();
        expect(restOf({ number: 1, period }, before, fatigue, until - 1)).not.toBeNull();
        // What is older than the memory changes nothing.
        const memory = NOW - memoryOf(fatigue, [period]);
        const recent = past(...before.askings.filter(({ at }) => at >= memory));
        expect(restOf({ number: 1, period }, recent, fatigue, NOW)?.until).toBe(until);
      }),
    );
  });
});

describe('a verdict', () => {
  const survey: Askable = { number: 1, status: 'live', period: 30 };
  const nobody = { country: 'PL', attributes: null, past: null };
  const judge = (over: Partial<Askable>, who: Parameters<typeof verdict>[1] = nobody) =>
    verdict({ ...survey, ...over }, who, FATIGUE, NOW);

  it('shows what is live and for everybody', () => {
    expect(judge({})).toEqual({ show: true });
  });

  it.each(['draft', 'paused', 'archived'] as const)('does not show what is %s', (status) => {
    expect(judge({ status })).toMatchObject({ show: false, reason: 'paused' });
  });

  it('keeps to a schedule', () => {
    const at = (daysFromNow: number) => new Date(NOW + daysFromNow * DAY).toISOString();
    expect(judge({ schedule: { from: at(-1), until: at(1) } })).toEqual({ show: true });
    expect(judge({ schedule: { from: at(0) } })).toEqual({ show: true });
    expect(judge({ schedule: { from: at(1) } })).toMatchObject({ reason: 'schedule', since: NOW + DAY });
    expect(judge({ schedule: { until: at(0) } })).toMatchObject({ reason: 'schedule', until: NOW });
  });

  it('keeps to countries, as far as one is to be judged by', () => {
    const audience = { countries: ['IR', 'PL'] };
    expect(judge({ audience })).toEqual({ show: true });
    expect(judge({ audience }, { ...nobody, country: 'DE' })).toMatchObject({ reason: 'country' });
    expect(judge({ audience }, { ...nobody, country: null })).toMatchObject({ reason: 'country' });
    expect(judge({ audience }, { attributes: null, past: null })).toEqual({ show: true });
  });

  it('keeps to attributes, which nobody has who is not proven', () => {
    const audience = {
      attributes: [
        { name: 'plan', is: ['pro', 'team'] },
        { name: 'seats', is: ['5'] },
      ],
    };
    const pro = { plan: 'pro', seats: 5 };
    expect(judge({ audience }, { ...nobody, attributes: pro })).toEqual({ show: true });
    expect(judge({ audience })).toMatchObject({ reason: 'audience', cause: { attribute: 'plan' } });
    expect(judge({ audience }, { ...nobody, attributes: { ...pro, seats: 6 } })).toMatchObject({
      cause: { attribute: 'seats' },
    });
    const inherited = { attributes: [{ name: 'constructor', is: [String(Object)] }] };
    expect(judge({ audience: inherited }, { ...nobody, attributes: pro })).toMatchObject({ reason: 'audience' });
  });
});

describe('what a page is told of a person', () => {
  const definition: SurveyDefinition = {
    name: 'Speaks of {{contact:name_in_the_office}}',
    touchpoint: null,
    questions: [
      {
        id: 'rating',
        type: 'csat',
        text: { en: 'Hello {{contact:first_name|there}}, how is {{page:product}}?', fa: 'سلام {{contact:name}}' },
        next: [{ when: { by: 'contact', name: 'plan', is: ['pro'] }, go: 'end' }],
      },
    ],
    triggers: { tab: { en: '{{contact:team}} feedback' } },
    thanks: { title: { en: 'Thanks, "{{contact:nick|you}}"' } },
    period: 30,
    locales: ['en', 'fa'],
  };

  it('is what a survey puts into its texts or decides its way by, and nothing else', () => {
    expect(attributesIn(definition)).toEqual(new Set(['first_name', 'name', 'plan', 'team', 'nick']));
  });

  it('is only what may be shown, only of surveys that are, as short texts', () => {
    const attributes = {
      ...attributesOf({
        name: 'Ada Lovelace',
        company: null,
        attributes: { plan: 7, nick: 'x'.repeat(300), secret: 's' },
      }),
    };
    expect(spokenOf([definition], attributes, ['first_name', 'plan', 'nick', 'secret', 'team'])).toEqual({
      first_name: 'Ada',
      plan: '7',
      nick: 'x'.repeat(200),
    });
    expect(spokenOf([], attributes, ['first_name', 'plan'])).toBeUndefined();
    expect(spokenOf([definition], attributes, [])).toBeUndefined();
  });
});
