import { describe, expect, test } from 'vitest';
import { isMissingIn, textsIn } from '../../admin/models/survey-texts.ts';
import { beginCondition, sourcesAt, targetsAfter, valuesOf, waysOf, withWays } from '../../admin/models/survey-ways.ts';
import { fromLocalTime, toLocalTime } from '../../admin/models/zoned-time.ts';
import { shapeOf } from '../../admin/preview/shape-of.ts';
import { QUESTION_TYPES } from '../../contract/questionType.ts';
import { condition, type Question, type SurveyDefinition } from '../../contract/survey.ts';

const RATING: Question = { id: 'rating', type: 'csat', text: { en: 'How?', fa: 'چطور؟' } };
const PICK: Question = {
  id: 'pick',
  type: 'single',
  text: { en: 'Which?' },
  options: [
    { id: 'a', text: { en: 'A' } },
    { id: 'b', text: { en: 'B', fa: 'ب' } },
  ],
  other: true,
};
const WHY: Question = { id: 'why', type: 'text', text: { en: 'Why?' }, hint: { en: 'In short' } };
const SURVEY: SurveyDefinition = {
  name: 'S',
  touchpoint: null,
  questions: [RATING, PICK, WHY],
  triggers: {},
  thanks: { title: { en: 'Thanks' } },
  period: 30,
  locales: ['en', 'fa'],
};

describe('the ways out of a question', () => {
  test('are rules and an otherwise, and put together again as they were', () => {
    const next = [{ when: { by: 'score' as const, from: 1, to: 2 }, go: 'why' }, { go: 'end' }];
    const ways = waysOf({ next });
    expect(ways).toEqual({ rules: [next[0]], otherwise: 'end' });
    expect(withWays(RATING, ways).next).toEqual(next);
  });

  test('without any are no field at all', () => {
    expect(waysOf({})).toEqual({ rules: [], otherwise: undefined });
    expect('next' in withWays({ ...RATING, next: [{ go: 'end' }] }, waysOf({}))).toBe(false);
  });

  test('lead on or to the end, never back', () => {
    expect(targetsAfter(SURVEY.questions, 1)).toEqual(['why', 'end']);
  });
});

describe('a rule', () => {
  test('may look at its own question, at those before, at the page and at the person', () => {
    expect(sourcesAt(SURVEY.questions, 1)).toEqual([
      { by: 'answer', question: 'pick' },
      { by: 'score', question: 'rating' },
      { by: 'page' },
      { by: 'contact' },
    ]);
  });

  test.each(QUESTION_TYPES)('about a question of type %s begins as one the contract takes', (type) => {
    const question: Question = { id: 'q', type, text: {}, options: [{ id: 'a', text: {} }] };
    for (const source of sourcesAt([question], 0)) {
      const when = beginCondition(source, [question], 'q', ['plan']);
      expect(condition.safeParse(when).error, source.by).toBeUndefined();
    }
  });

  test('about a person needs an attribute that may be shown', () => {
    expect(beginCondition({ by: 'contact' }, SURVEY.questions, 'pick', [])).toBeNull();
  });

  test('names its question only where it is another', () => {
    const at = (question: string) => beginCondition({ by: 'score', question }, SURVEY.questions, question, []);
    expect(at('rating')).toEqual({ by: 'score', from: 1, to: 2 });
    expect(beginCondition({ by: 'score', question: 'rating' }, SURVEY.questions, 'pick', [])).toMatchObject({
      question: 'rating',
    });
  });

  test('offers what can be answered', () => {
    expect(valuesOf(RATING)).toEqual(['1', '2', '3', '4', '5']);
    expect(valuesOf(PICK)).toEqual(['a', 'b', 'other']);
    expect(valuesOf(WHY)).toBeNull();
  });
});

describe('the texts of a survey', () => {
  test('come in the order they are read, each written back where it stands', () => {
    const texts = textsIn(SURVEY);
    expect(texts.map(({ key }) => key)).toEqual([
      'rating.text',
      'pick.text',
      'pick.option.a',
      'pick.option.b',
      'why.text',
      'why.hint',
      'thanks.title',
    ]);
    for (const { key, write } of texts) {
      const written = textsIn(write(SURVEY, { en: 'new' }));
      expect(written.map((text) => (text.words['en'] === 'new' ? text.key : null)).filter(Boolean), key).toEqual([key]);
    }
  });

  test('are missing where a language has none and another has, or where nobody can do without', () => {
    const missing = textsIn(SURVEY)
      .filter((text) => isMissingIn(text, 'fa'))
      .map(({ key }) => key);
    expect(missing).toEqual(['pick.text', 'pick.option.a', 'why.text', 'why.hint', 'thanks.title']);
    expect(textsIn(SURVEY).some((text) => isMissingIn(text, 'en-GB'))).toBe(false);
  });
});

describe('the shape of a survey', () => {
  test('stays while words change, so that the preview keeps its place', () => {
    const [rating, ...others] = SURVEY.questions;
    if (!rating) throw new Error('no question');
    const reworded = { ...SURVEY, questions: [{ ...rating, text: { en: 'Well?' } }, ...others] };
    expect(shapeOf(reworded)).toBe(shapeOf(SURVEY));
    expect(shapeOf({ ...SURVEY, look: { radius: 4 } })).toBe(shapeOf(SURVEY));
  });

  test('changes with the questions, their order, their options and their ways', () => {
    const [rating, ...others] = SURVEY.questions;
    if (!rating) throw new Error('no question');
    const shapes = [
      SURVEY,
      { ...SURVEY, questions: others },
      { ...SURVEY, questions: [...others, rating] },
      { ...SURVEY, questions: [{ ...rating, next: [{ go: 'end' }] }, ...others] },
      { ...SURVEY, questions: [{ ...rating, type: 'nps' as const }, ...others] },
      { ...SURVEY, triggers: { placed: true } },
    ].map(shapeOf);
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});

test('a moment is written by the clock of the workspace, and read back as the same', () => {
  expect(toLocalTime('2026-11-23T11:00:00.000Z', 'Asia/Tehran')).toBe('2026-11-23T14:30');
  expect(fromLocalTime('2026-11-23T14:30', 'Asia/Tehran')).toBe('2026-11-23T11:00:00.000Z');
  // In summer, Warsaw is two hours ahead.
  expect(fromLocalTime('2026-07-01T09:00', 'Europe/Warsaw')).toBe('2026-07-01T07:00:00.000Z');
  expect(fromLocalTime('', 'UTC')).toBeNull();
});
