import { describe, expect, it } from 'vitest';
import type { Question, SurveyDefinition } from '../../contract/survey.ts';
import { PROBLEM_CODES } from '../../contract/surveyDraft.ts';
import type { CheckContext } from '../../worker/survey-check/context.ts';
import { findProblems } from '../../worker/survey-check/findProblems.ts';
import { pointerOf } from '../../worker/survey-check/pointerOf.ts';
import { selectorFault } from '../../worker/survey-check/selectorFault.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const CONTEXT: CheckContext = {
  touchpoints: ['checkout'],
  segments: ['loyal'],
  shownAttributes: ['plan'],
  sites: 'seen',
  now: NOW,
};

const both = (words: string) => ({ en: words, fa: words });
const csat = (id: string, next?: Question['next']): Question => ({
  id,
  type: 'csat',
  text: both(id),
  ...(next ? { next } : {}),
});
const text = (id: string): Question => ({ id, type: 'text', text: both(id) });
const choice = (type: 'single' | 'multiple', more: Partial<Question> = {}): Question => ({
  id: 'pick',
  type,
  text: both('pick'),
  options: [
    { id: 'a', text: both('A') },
    { id: 'b', text: both('B') },
  ],
  ...more,
});

function survey(questions: Question[], more: Partial<SurveyDefinition> = {}): SurveyDefinition {
  return { name: 'S', touchpoint: 'checkout', questions, triggers: {}, period: 30, locales: ['en', 'fa'], ...more };
}

/** Problems in short: `code severity question locale value`. */
function found(definition: SurveyDefinition, context: Partial<CheckContext> = {}): string[] {
  return findProblems(definition, { ...CONTEXT, ...context }).map(
    ({ code, severity, question = '', locale = '', value = '' }) =>
      `${code} ${severity} ${question} ${locale} ${value}`.trimEnd().replaceAll(/ +/g, ' '),
  );
}

/** Every case by its code, so that no code goes without one. */
const CASES: Record<(typeof PROBLEM_CODES)[number], [string, SurveyDefinition, string[], Partial<CheckContext>?][]> = {
  unreachable: [
    ['that every way goes past', survey([csat('a', [{ go: 'c' }]), text('b'), text('c')]), ['unreachable error b']],
    [
      'behind a way that comes after one that always holds',
      survey([csat('a', [{ go: 'end' }, { go: 'b' }]), text('b')]),
      ['unreachable error b'],
    ],
  ],
  loop: [
    ['back to itself', survey([csat('a', [{ go: 'a' }])]), ['loop error a a']],
    [
      'back over another, though only at times',
      survey([csat('a'), csat('b', [{ when: { by: 'score', from: 1, to: 2 }, go: 'a' }])]),
      ['loop error b a'],
    ],
  ],
  'unknown-target': [['that is not there', survey([csat('a', [{ go: 'gone' }])]), ['unknown-target error a gone']]],
  'unknown-condition': [
    [
      'on a question that is not there',
      survey([csat('a', [{ when: { by: 'answer', question: 'gone', is: ['1'] }, go: 'end' }])]),
      ['unknown-condition error a gone'],
    ],
    [
      'on a question that comes later',
      survey([csat('a', [{ when: { by: 'score', question: 'b', from: 1, to: 2 }, go: 'end' }]), csat('b')]),
      ['unknown-condition error a b'],
    ],
    [
      'on the score of what has none',
      survey([csat('a'), { ...text('b'), next: [{ when: { by: 'score', from: 1, to: 2 }, go: 'end' }] }]),
      ['unknown-condition error b b'],
    ],
    [
      'on an option that is not offered',
      survey([
        csat('a'),
        choice('single', { next: [{ when: { by: 'answer', is: ['a', 'c', 'other'] }, go: 'end' }] }),
        text('t'),
      ]),
      ['unknown-condition error pick c', 'unknown-condition error pick other'],
    ],
  ],
  'missing-text': [
    ['in every language', survey([{ ...csat('a'), text: { en: ' ' } }]), ['missing-text error a']],
    [
      'of what is consented to',
      survey([csat('a'), { id: 'mail', type: 'email', text: both('mail') }]),
      ['missing-text error mail consent'],
    ],
    [
      'of an option',
      survey([csat('a'), choice('single', { options: [{ id: 'x', text: {} }], other: true })]),
      ['missing-text error pick x'],
    ],
  ],
  'missing-translation': [
    ['of a question', survey([{ ...csat('a'), text: { en: 'a' } }]), ['missing-translation error a fa']],
    [
      'of what a scale means',
      survey([{ ...csat('a'), low: { fa: 'بد' }, high: both('good') }]),
      ['missing-translation error a en low'],
    ],
    [
      'of the tab and the thanks',
      survey([csat('a')], { triggers: { tab: { en: 'Tell us' } }, thanks: { title: { fa: 'ممنون' }, detail: {} } }),
      ['missing-translation error fa tab', 'missing-translation error en title'],
    ],
    [
      'of what is written in a language that is not asked in',
      survey([{ ...csat('a'), hint: { pl: 'x' } }]),
      ['missing-translation error a en hint', 'missing-translation error a fa hint'],
    ],
  ],
  'missing-options': [
    ['to choose among', survey([csat('a'), choice('single', { options: [] })]), ['missing-options error pick']],
    [
      'to choose one of, when there is but one',
      survey([csat('a'), choice('single', { options: [{ id: 'x', text: both('X') }] })]),
      ['missing-options error pick'],
    ],
    ['of several', survey([csat('a'), choice('multiple', { options: [] })]), ['missing-options error pick']],
  ],
  'duplicate-id': [
    ['of two questions', survey([csat('a'), text('a')]), ['duplicate-id error a']],
    ['that means the end', survey([csat('end')]), ['duplicate-id error end']],
    [
      'of options, or the one for own words',
      survey([
        csat('q'),
        choice('single', {
          options: ['a', 'a', 'other'].map((id) => ({ id, text: both(id) })),
        }),
      ]),
      ['duplicate-id error pick a', 'duplicate-id error pick other'],
    ],
  ],
  'bad-limits': [
    [
      'more at least than at most',
      survey([csat('a'), choice('multiple', { min: 2, max: 1 })]),
      ['bad-limits error pick'],
    ],
    ['more at least than there are', survey([csat('a'), choice('multiple', { min: 3 })]), ['bad-limits error pick']],
    [
      'a band upside down',
      survey([csat('a', [{ when: { by: 'score', from: 4, to: 2 }, go: 'end' }])]),
      ['bad-limits error a 4–2'],
    ],
  ],
  'bad-url-pattern': [
    [
      'that cannot be read',
      survey([csat('a')], { triggers: { url: ['/ok/*', '/(('], notUrl: ['https://[x', ' '] } }),
      ['bad-url-pattern error /((', 'bad-url-pattern error https://[x', 'bad-url-pattern error'],
    ],
  ],
  'bad-selector': [
    [
      'that cannot be one',
      survey([csat('a')], { triggers: { click: '.a >', visible: '#ok' } }),
      ['bad-selector warning .a >'],
    ],
  ],
  'bad-schedule': [
    [
      'that ends before it begins',
      survey([csat('a')], { schedule: { from: '2027-01-02T00:00:00Z', until: '2027-01-01T00:00:00Z' } }),
      ['bad-schedule error'],
    ],
    [
      'that is over',
      survey([csat('a')], { schedule: { until: '2026-11-23T11:59:00Z' } }),
      ['bad-schedule warning until'],
    ],
  ],
  'attribute-not-shown': [
    [
      'in a condition',
      survey([
        csat('a', [{ when: { by: 'contact', name: 'salary', is: ['x'] }, go: 'end' }]),
        { ...text('b'), next: [{ when: { by: 'contact', name: 'plan', is: ['x'] }, go: 'end' }] },
      ]),
      ['attribute-not-shown error a salary'],
    ],
    [
      'in a text',
      survey([{ ...csat('a'), text: both('{{contact:salary}} {{contact:plan|none}}') }]),
      ['attribute-not-shown error a salary'],
    ],
  ],
  'unknown-pipe': [
    [
      'an answer that is not given by then, or never',
      survey([
        { ...csat('a'), text: { en: '{{answer:b}}', fa: '{{answer:a}}' } },
        { ...text('b'), text: both('{{answer:a}} {{page:x}}') },
        { ...text('c'), text: { en: '{{answer:gone|x}}', fa: 'c' } },
      ]),
      ['unknown-pipe error a en b', 'unknown-pipe error a fa a', 'unknown-pipe error c en gone'],
    ],
    [
      'what is no such thing',
      survey([{ ...csat('a'), text: { en: 'a {{answers:a}}', fa: 'a' } }]),
      ['unknown-pipe error a en {{answers:a}}'],
    ],
  ],
  'unknown-touchpoint': [
    ['that is not in the journey', survey([csat('a')], { touchpoint: 'gone' }), ['unknown-touchpoint error gone']],
  ],
  'unknown-segment': [
    [
      'that has been deleted',
      survey([csat('a')], { audience: { segments: ['loyal', 'gone'] } }),
      ['unknown-segment error gone'],
    ],
  ],
  'no-score': [['without any figure', survey([text('a')]), ['no-score warning']]],
  'no-live-site': [
    ['where no site is', survey([csat('a')]), ['no-live-site error'], { sites: 'none' }],
    ['where none was seen lately', survey([csat('a')]), ['no-live-site warning'], { sites: 'quiet' }],
  ],
  'low-contrast': [
    [
      'of words on their ground',
      survey([csat('a')], { look: { ink: '#777', surface: '#fff' } }),
      ['low-contrast warning surface'],
    ],
    [
      'of words on ink',
      survey([csat('a')], { look: { ink: '#336699', onInk: '#6699cc' } }),
      ['low-contrast warning onInk'],
    ],
  ],
};

describe.each(PROBLEM_CODES)('%s', (code) => {
  it.each(CASES[code])('is told: %s', (_, definition, expected, context = {}) => {
    expect(found(definition, context)).toEqual(expected);
  });
});

describe('a survey without faults', () => {
  it('has no problems, with every feature in use', () => {
    const questions: Question[] = [
      csat('rating', [
        { when: { by: 'score', from: 1, to: 2 }, go: 'pick' },
        { when: { by: 'page', name: 'plan', is: ['pro'] }, go: 'end' },
        { when: { by: 'contact', name: 'plan', is: ['pro'] }, go: 'note' },
      ]),
      { id: 'gap', type: 'gap', text: both('gap'), next: [{ go: 'thanks' }] },
      choice('single', { other: true, next: [{ when: { by: 'answer', is: ['other'] }, go: 'note' }, { go: 'end' }] }),
      { id: 'note', type: 'message', text: both('{{answer:rating}} {{contact:plan|you}}'), next: [{ go: 'end' }] },
      { id: 'thanks', type: 'email', text: both('mail'), consent: both('yes') },
    ];
    const definition = survey(questions, {
      triggers: { url: ['/orders/*', 'https://*.shop.example/x'], click: 'a[href^="/x,("], b:not(.c)', tab: {} },
      audience: { attributes: [{ name: 'salary', is: ['high'] }] },
      look: { ink: '#111', onInk: '#fff', surface: '#ffffff' },
      schedule: { from: '2026-12-01T00:00:00Z', until: '2026-12-31T00:00:00Z' },
      thanks: { title: both('Thanks for {{answer:rating}}') },
    });
    expect(found(definition)).toEqual([]);
  });

  it('may speak a variety of a language that its texts are written in', () => {
    expect(found(survey([csat('a')], { locales: ['en-GB', 'fa'] }))).toEqual([]);
  });

  it('tells errors before warnings', () => {
    const severities = findProblems(survey([text('a'), text('a')], { touchpoint: 'gone' }), CONTEXT).map(
      ({ severity }) => severity,
    );
    expect(severities).toEqual(['error', 'error', 'warning']);
  });
});

describe('a CSS selector', () => {
  it.each([
    '#buy',
    '.a.b > c ~ d + e',
    'a[data-x="]"]',
    'b:is(.x, :not(#y))',
    '*',
    'x-tag',
    '.a\\:b',
    '[hidden]',
    'a:hover, b',
  ])('%s may be one', (selector) => expect(selectorFault(selector)).toBe(false));
  it.each([
    '',
    ' ',
    '.',
    '#',
    'a,',
    ', a',
    'a[',
    'a(b',
    'a]',
    '> a',
    'a >',
    'a { }',
    '.1a',
    '..a',
    'a["x]',
    '<b>',
    '[]',
    'a:not()',
  ])('“%s” is none', (selector) => expect(selectorFault(selector)).toBe(true));
});

describe('the place of a problem', () => {
  const definition = survey([csat('a'), choice('single')]);
  it.each([
    [{ code: 'missing-text', question: 'a' }, '/questions/0/text'],
    [{ code: 'missing-translation', question: 'a', locale: 'fa', value: 'low' }, '/questions/0/low/fa'],
    [{ code: 'missing-translation', question: 'pick', locale: 'fa', value: 'b' }, '/questions/1/options/1/text/fa'],
    [{ code: 'missing-translation', locale: 'fa', value: 'tab' }, '/triggers/tab/fa'],
    [{ code: 'missing-translation', locale: 'fa', value: 'title' }, '/thanks/title/fa'],
    [{ code: 'loop', question: 'pick' }, '/questions/1/next'],
    [{ code: 'unknown-touchpoint', value: 'x' }, '/touchpoint'],
    [{ code: 'unknown-segment', value: 'x' }, '/audience/segments'],
    [{ code: 'no-live-site' }, ''],
  ] as const)('%j is pointed at', (problem, pointer) => {
    expect(pointerOf(definition, { severity: 'error', ...problem })).toBe(pointer);
  });
});
