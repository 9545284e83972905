import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attributes } from '../../contract/contact.ts';
import { SCALES } from '../../contract/metric.ts';
import { isScored } from '../../contract/questionType.ts';
import { evidence } from '../../contract/response.ts';
import { scoreOf } from '../../contract/score.ts';
import { stage, surveyDefinition, touchpoint } from '../../contract/survey.ts';
import { settings } from '../../contract/workspace.ts';
import { banks } from '../../demo/comment.ts';
import { generateDemo } from '../../demo/generate.ts';
import { mulberry32 } from '../../demo/random.ts';
import { readContacts } from '../../worker/contact-files/readContacts.ts';
import { people } from '../../worker/demo/people.ts';
import { normaliseIdentifier } from '../../worker/identity/normaliseIdentifier.ts';
import { decideIncoming } from '../../worker/workspace/verbs/intake/decideIncoming.ts';
import { knownOf } from '../../worker/workspace/verbs/intake/takeIn.ts';
import { checkAnswers } from '../../worker/workspace/verbs/responses/checkAnswers.ts';
import { importHistory } from '../../worker/workspace/verbs/responses/importHistory.ts';
import { TESTER, workspaceState } from '../support/workspaceState.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-23T12:00:00Z');

function demo(seed: number) {
  return generateDemo({
    now: NOW,
    hubspot: readFileSync(new URL('../../demo/data/contacts-hubspot.csv', import.meta.url)),
    salesforce: readFileSync(new URL('../../demo/data/contacts-salesforce.csv', import.meta.url)),
    random: mulberry32(seed),
  });
}

/** The surveys that ask how satisfied people are; what others measure is told of at the end. */
const RATED = ['after-checkout', 'after-delivery', 'help-page'];

function rated<T extends { survey: string }>(of: readonly T[]): T[] {
  return of.filter(({ survey }) => RATED.includes(survey));
}

const DATA = demo(1);
const { contacts } = DATA;
const responses = rated(DATA.responses);
const displays = rated(DATA.displays);

/** The share of `of` that fit. */
function share<T>(of: readonly T[], fits: (one: T) => boolean): number {
  return of.filter(fits).length / of.length;
}

function rating({ answers }: (typeof responses)[number]): number {
  const value = answers.find(({ question }) => question === 'rating')?.value;
  return typeof value === 'number' ? value : Number.NaN;
}

describe('the demonstration', () => {
  it('is the same for the same seed and another for another', () => {
    expect(demo(1)).toEqual(DATA);
    expect(demo(2).responses).not.toEqual(DATA.responses);
  });

  it('has some 3,000 ratings of about 25,500 displays', () => {
    expect(responses.length).toBeGreaterThan(2_900);
    expect(responses.length).toBeLessThan(3_100);
    expect(responses.length / displays.length).toBeCloseTo(0.118, 2);
  });

  it('lies in the ninety days before now, ascending, with answers from the last hour', () => {
    for (const times of [DATA.responses.map(({ receivedAt }) => receivedAt), DATA.displays.map(({ at }) => at)]) {
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times[0]).toBeGreaterThanOrEqual(NOW - 90 * DAY);
      expect(times.at(-1)).toBeLessThanOrEqual(NOW);
    }
    expect(responses.filter(({ receivedAt }) => receivedAt > NOW - DAY / 24).length).toBeGreaterThanOrEqual(3);
    expect(responses.every(({ startedAt, receivedAt }) => startedAt < receivedAt)).toBe(true);
  });

  it('has ids that tell their own time, each once', () => {
    const ids = [
      ...DATA.responses.map(({ id, receivedAt }) => [id, receivedAt] as const),
      ...DATA.displays.map(({ id, at }) => [id, at] as const),
      ...contacts.map(({ id, createdAt }) => [id, createdAt] as const),
    ];
    for (const [id, at] of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(at);
    }
    expect(new Set(ids.map(([id]) => id)).size).toBe(ids.length);
  });

  it('keeps to the contract', () => {
    settings.parse(DATA.settings);
    for (const one of DATA.stages) stage.parse(one);
    for (const one of DATA.touchpoints) touchpoint.parse(one);
    for (const { id, ...definition } of DATA.surveys) expect(surveyDefinition.parse(definition).name, id).toBeTruthy();
    for (const one of contacts) attributes.parse(one.attributes);
    for (const { match } of responses) for (const one of match.evidence) evidence.parse(one);
  });

  it('speaks English, Persian and Polish throughout', () => {
    const texts = [
      ...DATA.stages.map(({ name }) => name),
      ...DATA.touchpoints.flatMap(({ name, promise }) => [name, promise]),
      ...DATA.surveys.flatMap(({ questions }) => questions.map(({ text }) => text)),
    ];
    for (const text of texts) {
      expect(Object.keys(text)).toEqual(['en', 'fa', 'pl']);
      expect(text['fa']).toMatch(/^[^a-z]*\p{Script=Arabic}/iu);
    }
    for (const language of ['en', 'fa', 'pl']) {
      expect(share(responses, ({ locale }) => locale === language)).toBeGreaterThan(0.2);
    }
  });

  it('names only what it has: contacts, surveys, touchpoints, stages', () => {
    const people = new Set(contacts.map(({ id }) => id));
    const surveys = new Set(DATA.surveys.map(({ id }) => id));
    const touchpoints = new Set(DATA.touchpoints.map(({ id }) => id));
    const stages = new Set(DATA.stages.map(({ id }) => id));
    for (const { contact, survey, touchpoint: at } of [...DATA.responses, ...DATA.displays]) {
      if (contact !== null) expect(people).toContain(contact);
      expect(surveys).toContain(survey);
      if (at !== null) expect(touchpoints).toContain(at);
    }
    for (const one of DATA.touchpoints) expect(stages).toContain(one.stage);
    expect([...surveys]).toEqual([...RATED, 'support-call', 'relationship', 'feedback']);
  });

  it('has a display for every answer, from the same browser: answered when complete, else abandoned', () => {
    const ended = DATA.displays
      .filter(({ outcome }) => outcome === 'answered' || outcome === 'abandoned')
      .map(({ survey, visitor, at, outcome }) => `${survey} ${visitor} ${at} ${outcome}`);
    const given = DATA.responses.map(
      ({ survey, visitor, startedAt, complete }) =>
        `${survey} ${visitor} ${startedAt} ${complete ? 'answered' : 'abandoned'}`,
    );
    expect(ended.toSorted()).toEqual(given.toSorted());
    const incomplete = share(responses, ({ complete }) => !complete);
    expect(incomplete).toBeGreaterThan(0.05);
    expect(incomplete).toBeLessThan(0.3);
  });

  it('has answers on the scale, 45% with a comment, in the visitor’s language', () => {
    for (const one of responses) {
      expect(rating(one)).toBeGreaterThanOrEqual(SCALES.csat.low);
      expect(rating(one)).toBeLessThanOrEqual(SCALES.csat.high);
      const why = one.answers.find(({ question }) => question === 'why')?.value;
      if (typeof why === 'string') expect(/\p{Script=Arabic}/u.test(why)).toBe(one.locale === 'fa');
    }
    expect(share(responses, ({ answers }) => answers.length === 2)).toBeCloseTo(0.45, 1);
  });
});

describe('the story of the demonstration', () => {
  it('is told by any seed: 78% satisfied, delivery under half since a month, the rest steady', () => {
    for (const seed of [1, 2, 3]) {
      const told = rated(demo(seed).responses);
      const satisfied = (from: number, until: number, here: (id: string | null) => boolean) =>
        share(
          told.filter(
            ({ receivedAt, touchpoint: at }) =>
              here(at) && receivedAt >= NOW - from * DAY && receivedAt < NOW - until * DAY,
          ),
          (one) => rating(one) >= 4,
        );
      const delivery = (id: string | null) => id === 'delivery';
      const others = (id: string | null) => id !== 'delivery';
      expect(satisfied(90, 0, () => true)).toBeCloseTo(0.775, 1);
      expect(satisfied(90, 37, delivery)).toBeGreaterThan(0.7);
      expect(satisfied(29, 0, delivery)).toBeLessThan(0.5);
      expect(Math.abs(satisfied(90, 37, others) - satisfied(29, 0, others))).toBeLessThan(0.06);
    }
  });

  it('has 60% verified, 14% claimed and 26% anonymous answers, tied as their trust says', () => {
    expect(share(responses, ({ trust }) => trust === 'verified')).toBeCloseTo(0.6, 1);
    expect(share(responses, ({ trust }) => trust === 'claimed')).toBeCloseTo(0.14, 1);
    for (const { trust, contact, match, visitor } of responses) {
      if (trust === 'verified') {
        expect(match.method).toBe('token');
        expect(contact).not.toBeNull();
        expect(match.evidence[0]?.kind).toBe('token');
      }
      if (trust === 'claimed') expect([match.method, match.evidence[0]?.kind]).toEqual(['claim', 'claim']);
      if (match.method === 'visitor')
        expect([trust, visitor === null, contact === null]).toEqual(['anonymous', false, false]);
      if (match.method === 'none') expect(contact).toBeNull();
    }
  });

  it('has one touchpoint with too few answers to say anything', () => {
    const counts = DATA.touchpoints.map(({ id }) => responses.filter(({ touchpoint: at }) => at === id).length);
    expect(counts.filter((count) => count < 20)).toEqual([12]);
    expect(Math.min(...counts.filter((count) => count >= 20))).toBeGreaterThan(100);
  });

  it('has browsers that come back', () => {
    const seen = new Map<string, number>();
    for (const { visitor } of responses) if (visitor !== null) seen.set(visitor, (seen.get(visitor) ?? 0) + 1);
    expect([...seen.values()].filter((times) => times > 1).length).toBeGreaterThan(300);
  });

  it('has at least forty comments for each mood and language, none twice', () => {
    for (const bank of Object.values(banks)) {
      for (const mood of ['good', 'poor'] as const) {
        const all = Object.values(bank.about).flatMap((voices) => voices[mood]);
        expect(all.length).toBeGreaterThanOrEqual(40);
        expect(new Set(all).size).toBe(all.length);
      }
    }
  });
});

it('has not lately asked anybody whom one can be in the shop', () => {
  const emails = new Set(people.map(({ email }) => email));
  const shoppers = contacts.filter(({ identifiers }) => identifiers.some(({ value }) => emails.has(value)));
  expect(shoppers).toHaveLength(people.length);
  const ids = new Set(shoppers.map(({ id }) => id));
  const asked = DATA.displays.filter(({ contact }) => contact !== null && ids.has(contact)).map(({ at }) => at);
  expect(asked.length).toBeGreaterThan(0);
  const longest = Math.max(...DATA.surveys.filter(({ triggers }) => !triggers.placed).map(({ period }) => period));
  expect(Math.max(...asked)).toBeLessThan(NOW - longest * DAY);
});

describe('what else the demonstration measures', () => {
  const of = (survey: string) => DATA.responses.filter((one) => one.survey === survey);

  it('is answers that fit their questions, each with a headline score but for emotions named freely', () => {
    for (const survey of DATA.surveys) {
      const headline = survey.questions.find(({ type }) => isScored(type));
      for (const { answers } of of(survey.id)) {
        expect(checkAnswers(survey.questions, answers)).toEqual([]);
        const value = answers.find(({ question }) => question === headline?.id)?.value;
        if (headline && value !== 'other') expect(scoreOf(headline.type, value)).not.toBeNull();
      }
    }
  });

  it('is a recommendation that leans to promoters, and calls that leave more people relieved than let down', () => {
    const likely = of('relationship').map(({ answers }) => Number(answers[0]?.value));
    expect(share(likely, (score) => score >= 9)).toBeGreaterThan(share(likely, (score) => score <= 6));
    const felt = of('support-call').map(({ answers }) => answers[0]?.value);
    expect(share(felt, (one) => one === 'relieved')).toBeGreaterThan(share(felt, (one) => one === 'let-down'));
  });
});

describe('the people of the demonstration', () => {
  it('have one contact for every strong identifier', () => {
    const owners = new Map<string, string>();
    for (const { id, identifiers } of contacts) {
      for (const { kind, system, norm } of identifiers) {
        if (kind === 'phone') continue;
        const key = `${kind} ${system} ${norm}`;
        expect(owners.get(key) ?? id).toBe(id);
        owners.set(key, id);
      }
    }
    expect(owners.size).toBeGreaterThan(400);
  });

  it('have identifiers as compared, beside what was written', () => {
    for (const { identifiers } of contacts) {
      for (const { kind, value, norm } of identifiers) expect(normaliseIdentifier(kind, value, 'IR')).toBe(norm);
    }
  });

  function holding(value: string) {
    return contacts.filter(({ identifiers }) => identifiers.some((one) => one.value === value));
  }

  it('who are in both files are one contact with all their ids, and the name written out', () => {
    const [noah, ...others] = holding('noah.macleod@harbourlight.example');
    expect(others).toEqual([]);
    const ids = noah?.identifiers.filter(({ kind }) => kind === 'external').map(({ system }) => system);
    expect(ids).toEqual(['hubspot', 'salesforce', 'salesforce']);
    expect(noah?.name).toBe('Noah MacLeod');
  });

  it('who share an address but no name stay two, and the second has no address', () => {
    const [first, ...more] = holding('ethan.macleod@harbourlight.example');
    expect(first?.name).toBe('Ethan MacLeod');
    expect(more).toEqual([]);
    const [second] = holding('410017');
    expect(second?.name).toBe('لیلا یزدانی');
    expect(second?.identifiers.map(({ kind }) => kind)).toEqual(['external', 'phone']);
  });

  it('who were deleted in Salesforce are not there', () => {
    expect(holding('003Qy00000510143IAD')).toEqual([]);
    expect(holding('003Qy00000510148IAI')).toEqual([]);
  });

  it('differ from the very file they came with in no renewal, a day or two months later', () => {
    for (const now of [NOW, NOW + DAY, NOW + 60 * DAY]) {
      const { state, rows } = loaded(now);
      const how = { source: 'import:hubspot', trust: 2, conflict: 'newest', actor: TESTER } as const;
      const otherwise = rows.filter((row) => {
        const { contact, stays } = decideIncoming(knownOf(state), { ...row, master: null }, how, now);
        const ids = state.identifiers.ofContacts([contact ?? 0]).filter(({ system }) => system === 'hubspot');
        // Of two records of one person, one is always otherwise.
        return ids.length < 2 && stays.some(({ field }) => field === 'renewal');
      });
      expect(otherwise.map(({ line }) => line)).toEqual([]);
    }
  });

  it('have some renewals that are due soon, whenever it is', () => {
    for (const days of [0, 90, 91, 200, 400]) {
      const now = NOW + days * DAY;
      const soon = loaded(now)
        .state.contacts.byNumbers(Array.from({ length: 400 }, (_, i) => i + 1))
        .filter(({ attributes }) => {
          const at = Date.parse(String(attributes['renewal']));
          return at > now && at < now + 60 * DAY;
        });
      expect(soon.length, `after ${days} days`).toBeGreaterThan(20);
    }
  });

  it('say of each field which of the files it came from', () => {
    const { state } = loaded(NOW);
    const from = (field: string) => [
      ...new Set(
        state.contacts
          .byNumbers(Array.from({ length: 400 }, (_, i) => i + 1))
          .flatMap(({ provenance }) => provenance[field]?.source ?? []),
      ),
    ];
    expect([from('city'), from('LeadSource')]).toEqual([['import:salesforce'], ['import:salesforce']]);
    expect([from('renewal'), from('stage')]).toEqual([['import:hubspot'], ['import:hubspot']]);
    expect(from('name').sort()).toEqual(['import:hubspot', 'import:salesforce']);
  });
});

/** A workspace that has the contacts, and the rows of the first file. */
function loaded(now: number) {
  const { state } = workspaceState();
  const [hubspot, salesforce] = ['hubspot', 'salesforce'].map((name) =>
    readFileSync(new URL(`../../demo/data/contacts-${name}.csv`, import.meta.url)),
  );
  if (!hubspot || !salesforce) throw new Error('there are two files');
  const { contacts } = generateDemo({ now, hubspot, salesforce, random: mulberry32(1) });
  importHistory(state, { site: 'site', contacts, responses: [], displays: [] }, now);
  return { state, rows: readContacts(hubspot)?.rows ?? [] };
}
