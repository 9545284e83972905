import { describe, expect, it } from 'vitest';
import type { SurveyDefinition } from '../../contract/survey.ts';
import { changesBetween } from '../../worker/survey-check/changesBetween.ts';
import { contrast } from '../../worker/survey-check/contrast.ts';

const before: SurveyDefinition = {
  name: 'S',
  touchpoint: null,
  questions: [
    { id: 'a', type: 'csat', text: { en: 'A', fa: 'الف' } },
    { id: 'b', type: 'text', text: { en: 'B', fa: 'ب' } },
  ],
  triggers: { url: ['/x'], delay: 3 },
  period: 30,
  locales: ['en', 'fa'],
};
const [a, b] = before.questions as [SurveyDefinition['questions'][0], SurveyDefinition['questions'][0]];

const short = (after: Partial<SurveyDefinition>) =>
  changesBetween(before, { ...before, ...after }).map(({ part, kind, name }) => [part, kind, name].join(' ').trim());

describe('what changed between two definitions', () => {
  it('is nothing when they say the same in another order of fields', () => {
    const { name, ...rest } = before;
    const questions = [{ text: { fa: 'الف', en: 'A' }, type: 'csat', id: 'a', hint: undefined } as const, b];
    expect(changesBetween(before, { ...rest, questions, name, audience: {}, look: undefined })).toEqual([]);
  });

  it.each<[string, Partial<SurveyDefinition>, string[]]>([
    ['its name', { name: 'T' }, ['name changed']],
    ['its touchpoint', { touchpoint: 'x' }, ['touchpoint changed']],
    ['a word', { questions: [{ ...a, text: { en: 'A!' } }, b] }, ['question changed a']],
    ['a question more', { questions: [a, { ...b, id: 'c' }, b] }, ['question added c']],
    ['a question less', { questions: [b] }, ['question removed a']],
    [
      'a question called something else',
      { questions: [{ ...a, id: 'z' }, b] },
      ['question added z', 'question removed a'],
    ],
    ['their order', { questions: [b, a] }, ['order changed']],
    [
      'its triggers',
      { triggers: { url: ['/y'], exit: true } },
      ['triggers changed url', 'triggers added exit', 'triggers removed delay'],
    ],
    ['its audience', { audience: { sample: 0.5 } }, ['audience added sample']],
    ['its look', { look: { radius: 0 } }, ['look added radius']],
    ['its schedule', { schedule: { until: '2027-01-01T00:00:00Z' } }, ['schedule added until']],
    ['its thanks', { thanks: { title: { en: 'Ta' } } }, ['thanks added title']],
    ['its period', { period: 1 }, ['period changed']],
    ['a language more and one less', { locales: ['en', 'pl'] }, ['locales added pl', 'locales removed fa']],
    ['which language comes first', { locales: ['fa', 'en'] }, ['locales changed']],
  ])('names %s', (_, after, expected) => {
    expect(short(after)).toEqual(expected);
  });

  it('comes in the order of the definition', () => {
    expect(short({ period: 1, name: 'T', locales: ['fa', 'en'] })).toEqual([
      'name changed',
      'period changed',
      'locales changed',
    ]);
  });
});

describe('contrast', () => {
  // Published examples: WebAIM's contrast checker.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#fff', '#FFFFFF', 1],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#0000ff', '#fff', 8.59],
    ['#f00', '#ffffff', 4],
  ])('of %s on %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});
