import { describe, expect, test } from 'vitest';
import { moveItem } from '../../admin/models/move-item.ts';
import { setField } from '../../admin/models/set-field.ts';
import { beginHistory, recordChange, redoChange, undoChange } from '../../admin/models/survey-history.ts';
import {
  addQuestion,
  duplicateQuestion,
  freeId,
  moveQuestion,
  newQuestion,
  removeQuestion,
} from '../../admin/models/survey-questions.ts';
import { QUESTION_TYPES } from '../../contract/questionType.ts';
import { type SurveyDefinition, surveyDefinition } from '../../contract/survey.ts';

const SURVEY: SurveyDefinition = {
  name: 'After checkout',
  touchpoint: 'checkout',
  questions: [
    {
      id: 'rating',
      type: 'csat',
      text: { en: 'How was it?' },
      next: [
        { when: { by: 'score', from: 1, to: 2 }, go: 'why' },
        { when: { by: 'score', from: 3, to: 5 }, go: 'thanks' },
      ],
    },
    { id: 'why', type: 'text', text: { en: 'Why?' } },
    {
      id: 'thanks',
      type: 'message',
      text: { en: 'Good.' },
      next: [{ when: { by: 'answer', question: 'why', is: ['x'] }, go: 'end' }],
    },
  ],
  triggers: {},
  period: 30,
  locales: ['en'],
};
const ids = (definition: SurveyDefinition) => definition.questions.map(({ id }) => id);

test('a field that is not said is not there', () => {
  const source: { a: number; b?: string } = { a: 1, b: 'x' };
  expect(setField(source, 'b', undefined)).toEqual({ a: 1 });
  expect('b' in setField(source, 'b', undefined)).toBe(false);
  expect(setField(source, 'b', 'y')).toEqual({ a: 1, b: 'y' });
  expect(source).toEqual({ a: 1, b: 'x' });
});

test('an item is moved to either side, and the list it came from stays', () => {
  const items = ['a', 'b', 'c', 'd'];
  expect(moveItem(items, 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  expect(moveItem(items, 3, 0)).toEqual(['d', 'a', 'b', 'c']);
  expect(moveItem(items, 1, 1)).toEqual(items);
  expect(items).toEqual(['a', 'b', 'c', 'd']);
});

describe('the history of an editor', () => {
  test('goes back step by step, and forward again until something else is done', () => {
    let history = beginHistory('a');
    history = recordChange(history, 'b', null, 0);
    history = recordChange(history, 'c', null, 0);
    history = undoChange(undoChange(history));
    expect(history.present).toBe('a');
    expect(undoChange(history)).toBe(history);
    history = redoChange(history);
    expect(history.present).toBe('b');
    history = recordChange(history, 'd', null, 0);
    expect(redoChange(history)).toBe(history);
    expect(undoChange(history).present).toBe('b');
  });

  test('undoes what is typed into one field at one go as one, and after a pause as another', () => {
    let history = beginHistory('');
    for (const [text, at] of [
      ['H', 1_000],
      ['Hi', 1_200],
      ['Hi!', 9_000],
    ] as const)
      history = recordChange(history, text, 'name', at);
    history = undoChange(history);
    expect(history.present).toBe('Hi');
    expect(undoChange(history).present).toBe('');
  });

  test('keeps changes to two fields apart, however quick', () => {
    let history = beginHistory('');
    history = recordChange(history, 'a', 'name', 1);
    history = recordChange(history, 'ab', 'text', 2);
    expect(undoChange(history).present).toBe('a');
  });

  test('takes a change that changes nothing for none', () => {
    const history = beginHistory('a');
    expect(recordChange(history, 'a', null, 0)).toBe(history);
  });
});

describe('the questions of a survey', () => {
  test.each(QUESTION_TYPES)('a new %s is one the contract takes, with an id of its own', (type) => {
    const question = newQuestion(type, [...SURVEY.questions, { id: type, type, text: {} }]);
    expect(question.id).toBe(`${type}-2`);
    const definition = addQuestion(SURVEY, question, 0);
    expect(ids(definition)).toEqual(['rating', `${type}-2`, 'why', 'thanks']);
    expect(surveyDefinition.safeParse(definition).error).toBeUndefined();
  });

  test('no id is one that means something else', () => {
    expect(freeId('end', [])).toBe('end-2');
    expect(freeId('other', ['other-2'])).toBe('other-3');
  });

  test('one that is taken out takes along every way that led to it or looked at it', () => {
    const { questions } = removeQuestion(SURVEY, 'why');
    expect(questions.map(({ id }) => id)).toEqual(['rating', 'thanks']);
    expect(questions[0]?.next).toEqual([{ when: { by: 'score', from: 3, to: 5 }, go: 'thanks' }]);
    expect(questions[1] && 'next' in questions[1]).toBe(false);
  });

  test('a copy comes right after, under an id of its own, and leads on', () => {
    const { definition, id } = duplicateQuestion(SURVEY, 'rating');
    expect(ids(definition)).toEqual(['rating', 'rating-2', 'why', 'thanks']);
    expect(id).toBe('rating-2');
    expect(definition.questions[1]).toEqual({ id: 'rating-2', type: 'csat', text: { en: 'How was it?' } });
  });

  test('one is moved, and a move to its own place changes nothing', () => {
    expect(ids(moveQuestion(SURVEY, 0, 2))).toEqual(['why', 'thanks', 'rating']);
    expect(moveQuestion(SURVEY, 1, 1)).toBe(SURVEY);
  });
});
