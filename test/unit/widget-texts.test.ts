import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { QUESTION_TYPES } from '../../contract/questionType.ts';
import type { FrameTexts, MoreTexts } from '../../contract/rules.ts';
import type { Question, SurveyDefinition } from '../../contract/survey.ts';
import { deliverySurvey } from '../../scripts/deliverySurvey.ts';
import { frameOf, frames } from '../../widget/frame/frames.ts';
import { textsOf } from '../../worker/collect/textsOf.ts';

const ALWAYS = Object.keys({
  close: 1,
  send: 1,
  skip: 1,
  csat: 1,
  kept: 1,
  keptHere: 1,
  sending: 1,
  thanks: 1,
  thanksDetail: 1,
  offline: 1,
  notSent: 1,
  never: 1,
  privacy: 1,
  withdraw: 1,
  withdrawn: 1,
  withdrawalKept: 1,
} satisfies Record<keyof FrameTexts, 1>);

const PAGES: (keyof MoreTexts)[] = ['next', 'back', 'progress', 'answerNeeded'];

type Asked = Pick<Question, 'type'> & Partial<Question>;

function surveyOf(questions: Asked[], others: Partial<SurveyDefinition> = {}): SurveyDefinition {
  return {
    name: 'A survey',
    touchpoint: null,
    questions: questions.map((question, place) => ({ id: `q${place}`, text: { en: 'A question?' }, ...question })),
    triggers: {},
    period: 30,
    locales: ['en'],
    ...others,
  };
}

/** The names of the frame's words that a survey brings beyond those that every survey does. */
function moreFor(...[questions, others]: Parameters<typeof surveyOf>): string[] {
  const names = Object.keys(textsOf(surveyOf(questions, others), 'en').frame);
  expect(names).toEqual(expect.arrayContaining(ALWAYS));
  return names.filter((name) => !ALWAYS.includes(name)).toSorted();
}

it('the budgets are measured in every language of the frame', () => {
  expect(deliverySurvey.locales.toSorted()).toEqual(Object.keys(frames).toSorted());
});

describe('the frame’s words in a texts file', () => {
  it.each(Object.keys(frames))('are no more than a rating with its comment needs, in %s', (locale) => {
    const { frame } = textsOf(deliverySurvey, locale);
    expect(Object.keys(frame).toSorted()).toEqual(ALWAYS.toSorted());
    expect(frame.close).toBe(frames[locale]?.close);
  });

  const needs: [Asked, (keyof MoreTexts)[]][] = [
    [{ type: 'csat', required: true }, []],
    [{ type: 'text', required: true }, []],
    [{ type: 'short' }, []],
    [{ type: 'short', required: true }, ['answerNeeded']],
    [{ type: 'message' }, []],
    [{ type: 'nps' }, ['nps']],
    [{ type: 'ces' }, ['ces']],
    [{ type: 'thumbs' }, ['thumbs']],
    [{ type: 'emotion' }, ['emotions', 'ownWords']],
    [{ type: 'gap', required: true }, ['answerNeeded', 'gap']],
    [{ type: 'single' }, []],
    [{ type: 'single', other: true }, ['other', 'ownWords']],
    [{ type: 'multiple', min: 2, max: 3 }, ['atLeast', 'atMost']],
    [{ type: 'multiple', other: true, min: 0 }, ['other', 'ownWords']],
    [{ type: 'email' }, ['consentNeeded', 'emailWrong']],
    [{ type: 'phone' }, ['consentNeeded', 'phoneWrong']],
    [{ type: 'consent', required: true }, ['answerNeeded', 'consentNeeded']],
    // Fields that a type does not use are ignored.
    [{ type: 'short', other: true, min: 2, max: 3 }, []],
  ];
  it.each(needs)('are those that %o alone may need', (question, names) => {
    expect(moreFor([question])).toEqual(names);
  });

  it('are checked here for every type of question', () => {
    const checked = new Set(needs.map(([{ type }]) => type));
    expect([...checked].toSorted()).toEqual([...QUESTION_TYPES].toSorted());
  });

  it.each([
    ['nps', 'text'],
    ['thumbs', 'text'],
  ] as const)('lead nowhere from %s to its own %s', (...types) => {
    expect(moreFor(types.map((type) => ({ type })))).toEqual([types[0]]);
  });

  it.each([
    [['csat', 'csat']],
    [['text', 'csat']],
    [['csat', 'short']],
    [['message', 'text']],
    [['csat', 'text', 'text']],
  ] as const)('lead from page to page through %s', (types) => {
    expect(moreFor(types.map((type) => ({ type })))).toEqual(PAGES.toSorted());
  });

  it('are those of the tab only when the survey has none of its own', () => {
    const feedback = (tab: Record<string, string>) =>
      textsOf(surveyOf([{ type: 'csat' }], { triggers: { tab } }), 'en');
    expect(feedback({})).toMatchObject({ frame: { feedback: 'Feedback' } });
    expect(feedback({})).not.toHaveProperty('tab');
    expect(feedback({ en: 'Tell us' })).toMatchObject({ tab: 'Tell us' });
    expect(feedback({ en: 'Tell us' }).frame).not.toHaveProperty('feedback');
  });

  it('speak the survey’s language or the closest there is, in the direction of the survey’s own', () => {
    const survey = surveyOf([{ type: 'csat' }]);
    expect(textsOf(survey, 'zh-TW')).toMatchObject({ locale: 'zh-TW', dir: 'ltr', frame: { close: '關閉' } });
    expect(textsOf(survey, 'ug')).toMatchObject({ locale: 'ug', dir: 'rtl', frame: { close: 'Close' } });
  });

  it.each(Object.keys(frames))('take little of a visitor’s time in %s', (locale) => {
    /** Bytes after brotli at level 11, the default. */
    const weigh = (survey: SurveyDefinition) => brotliCompressSync(JSON.stringify(textsOf(survey, locale))).length;
    expect(weigh(deliverySurvey)).toBeLessThanOrEqual(525);
    const questions = QUESTION_TYPES.map((type) => ({ id: type, type, text: {}, other: true, min: 1, max: 2 }));
    const survey = { ...deliverySurvey, questions: [...deliverySurvey.questions, ...questions], triggers: { tab: {} } };
    expect(Object.keys(textsOf(survey, locale).frame)).toHaveLength(Object.keys(frameOf(locale)).length - 1);
    expect(weigh(survey)).toBeLessThanOrEqual(1_300);
  });
});

describe('a survey’s own words in a texts file', () => {
  it('are everything its questions say, in one language', () => {
    const next = [{ when: { by: 'score' as const, from: 0, to: 6 }, go: 'q1' }, { go: 'end' }];
    const survey = surveyOf(
      [
        {
          type: 'nps',
          text: { en: 'How likely?', de: 'Wie wahrscheinlich?' },
          required: true,
          low: { en: 'never', de: 'nie' },
          high: { en: 'always', de: 'immer' },
          next,
        },
        {
          type: 'multiple',
          text: { en: 'What of it?', de: 'Was davon?' },
          options: [
            { id: 'price', text: { en: 'The price', de: 'Der Preis' } },
            { id: 'taste', text: { en: 'The taste' } },
          ],
          shuffle: true,
          other: true,
          min: 0,
          max: 2,
        },
        {
          type: 'email',
          text: { en: 'Your address?' },
          hint: { de: 'ich@laden.example' },
          consent: { en: 'You may write to me', de: 'Sie dürfen mir schreiben' },
        },
        { type: 'csat', text: { de: 'Und sonst?' }, style: 'stars' },
      ],
      {
        look: { as: 'modal', corner: 'start-end', radius: 4 },
        thanks: { title: { de: 'Danke!' } },
        triggers: { tab: { de: 'Ihre Meinung' } },
      },
    );
    const { frame, ...own } = textsOf(survey, 'de-AT');
    expect(own).toEqual({
      locale: 'de-AT',
      dir: 'ltr',
      questions: [
        { id: 'q0', type: 'nps', text: 'Wie wahrscheinlich?', required: true, low: 'nie', high: 'immer', next },
        {
          id: 'q1',
          type: 'multiple',
          text: 'Was davon?',
          options: [
            { id: 'price', text: 'Der Preis' },
            { id: 'taste', text: 'The taste' },
          ],
          shuffle: true,
          other: true,
          min: 0,
          max: 2,
        },
        {
          id: 'q2',
          type: 'email',
          text: 'Your address?',
          hint: 'ich@laden.example',
          consent: 'Sie dürfen mir schreiben',
        },
        { id: 'q3', type: 'csat', text: 'Und sonst?', style: 'stars' },
      ],
      look: { as: 'modal', corner: 'start-end', radius: 4 },
      thanks: { title: 'Danke!' },
      tab: 'Ihre Meinung',
    });
  });

  it('take no room for what is as it is without saying so', () => {
    const survey = surveyOf([
      { type: 'csat', style: 'faces', required: false, shuffle: false, other: false, hint: {}, low: { en: '' } },
    ]);
    expect(JSON.parse(JSON.stringify(textsOf(survey, 'en').questions))).toEqual([
      { id: 'q0', type: 'csat', text: 'A question?' },
    ]);
    expect(textsOf(survey, 'en')).not.toHaveProperty('look');
    expect(textsOf(survey, 'en')).not.toHaveProperty('thanks');
  });
});
