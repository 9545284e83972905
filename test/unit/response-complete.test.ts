import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../contract/collect.ts';
import { pathOf } from '../../contract/path.ts';
import type { Question } from '../../contract/survey.ts';
import { isComplete } from '../../worker/workspace/verbs/responses/isComplete.ts';

const text = { en: '?' };
const rating: Question = { id: 'rating', type: 'csat', text, required: true };
const why: Question = { id: 'why', type: 'text', text, required: true };
const praise: Question = { id: 'praise', type: 'text', text, required: true };
const hello: Question = { id: 'hello', type: 'message', text, required: true };

const said = (values: Record<string, Answer['value']>): Answer[] =>
  Object.entries(values).map(([question, value]) => ({ question, value }));
const complete = (questions: Question[], values: Record<string, Answer['value']>, page = {}, shown: string[] = []) =>
  isComplete(questions, said(values), page, shown);

describe('a response is complete', () => {
  it('when what is required on its way is answered, whatever lies off it', () => {
    const branching = [
      { ...rating, next: [{ when: { by: 'score' as const, from: 4, to: 5 }, go: 'praise' }] },
      { ...why, next: [{ go: 'end' }] },
      praise,
    ];
    expect(complete(branching, { rating: 5, praise: 'Good.' })).toBe(true);
    expect(complete(branching, { rating: 5, why: 'Off the way.' })).toBe(false);
    expect(complete(branching, { rating: 2, why: 'Late.' })).toBe(true);
    expect(complete(branching, { rating: 2, praise: 'Good.' })).toBe(false);
    expect(complete(branching, { praise: 'Good.' })).toBe(false);
  });

  it('by what the page passed along', () => {
    const skipping = [
      { ...rating, next: [{ when: { by: 'page' as const, name: 'plan', is: ['pro'] }, go: 'end' }] },
      why,
    ];
    expect(complete(skipping, { rating: 3 }, { plan: 'pro' })).toBe(true);
    expect(complete(skipping, { rating: 3 }, { plan: 'small' })).toBe(false);
    expect(complete(skipping, { rating: 3 })).toBe(false);
  });

  it('if it may have been by an attribute the page was shown, and not by one that it was not', () => {
    const skipping = [
      { ...rating, next: [{ when: { by: 'contact' as const, name: 'plan', is: ['pro'] }, go: 'end' }] },
      why,
    ];
    expect(complete(skipping, { rating: 3 }, {}, ['plan'])).toBe(true);
    expect(complete(skipping, { rating: 3, why: 'Late.' }, {}, ['plan'])).toBe(true);
    expect(complete(skipping, { why: 'Late.' }, {}, ['plan'])).toBe(false);
    expect(complete(skipping, { rating: 3 }, { plan: 'pro' })).toBe(false);
  });

  it('without an answer to what asks nothing, and not by one that says nothing', () => {
    const choice: Question = { id: 'choice', type: 'multiple', text, required: true, options: [{ id: 'a', text }] };
    expect(complete([hello, rating], { rating: 0 })).toBe(true);
    expect(complete([why], { why: ' \n' })).toBe(false);
    expect(complete([choice], { choice: [] })).toBe(false);
    expect(complete([choice], { choice: ['a'] })).toBe(true);
  });

  it('exactly when its path says so, where no attribute is asked for, even if a path turns back', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const go = fc.constantFrom(...ids, 'end');
    const list = (value: string) => fc.constant<string[]>([value]);
    const when = fc.option(
      fc.oneof(
        fc.record({ by: fc.constant('answer' as const), question: fc.constantFrom(...ids), is: list('yes') }),
        fc.record({ by: fc.constant('page' as const), name: fc.constant('plan'), is: list('pro') }),
      ),
      { nil: undefined },
    );
    const next = fc.array(fc.record({ when, go }), { maxLength: 3 });
    const questions = fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          type: fc.constant('short' as const),
          text: fc.constant(text),
          required: fc.boolean(),
          next,
        }),
      ),
    );
    const values = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('yes', 'no'));
    fc.assert(
      fc.property(questions, values, fc.constantFrom({}, { plan: 'pro' }), (steps, given, page) => {
        const path = pathOf(steps, { values: given, page });
        const expected = path.every((place) => !steps[place]?.required || given[ids[place] ?? ''] !== undefined);
        expect(isComplete(steps, said(given), page, [])).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});
