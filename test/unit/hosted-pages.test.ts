import { describe, expect, it } from 'vitest';
import type { QuestionText } from '../../contract/rules.ts';
import type { Question } from '../../contract/survey.ts';
import { en } from '../../widget/frame/en.ts';
import { answerOf, faultOf, filledBy, filledIn } from '../../worker/hosted/filled.ts';
import { shuffled } from '../../worker/hosted/shuffled.ts';
import { pageAfter, pageFrom, pagesOn, resumePage } from '../../worker/hosted/surveyPages.ts';
import { newTicket, openTicket, sealTicket } from '../../worker/hosted/ticket.ts';
import { siteOfToken } from '../../worker/hosted/token.ts';
import { checkAnswers } from '../../worker/workspace/verbs/responses/checkAnswers.ts';

const asks = (id: string, type: Question['type'], next?: Question['next']): Question => ({
  id,
  type,
  text: { en: id },
  ...(next ? { next } : {}),
});

describe('the pages of a survey', () => {
  const questions = [
    asks('rating', 'csat', [{ when: { by: 'score', from: 1, to: 2 }, go: 'wrong' }, { go: 'nps' }]),
    asks('wrong', 'text'),
    asks('nps', 'nps'),
    asks('why', 'text'),
    asks('name', 'short'),
  ];

  it('hold a score and the words about it, where these follow whatever the score', () => {
    expect(pageFrom(questions, 0)).toEqual([0]);
    expect(pageFrom(questions, 2)).toEqual([2, 3]);
    expect(pageFrom(questions, 3)).toEqual([3]);
  });

  it('follow the answers', () => {
    expect(pagesOn(questions, { rating: 1 })).toEqual([[0], [1], [2, 3], [4]]);
    expect(pagesOn(questions, { rating: 5 })).toEqual([[0], [2, 3], [4]]);
    expect(pageAfter(questions, [0], { rating: 1 })).toEqual([1]);
    expect(pageAfter(questions, [2, 3], { rating: 5 })).toEqual([4]);
    expect(pageAfter(questions, [4], {})).toBeNull();
  });

  it('are gone on with after the last one answered', () => {
    expect(resumePage(questions, {})).toEqual([0]);
    expect(resumePage(questions, { rating: 5 })).toEqual([2, 3]);
    expect(resumePage(questions, { rating: 5, why: 'x' })).toEqual([4]);
    expect(resumePage(questions, { rating: 5, name: 'x' })).toEqual([4]);
  });
});

describe('a filled form', () => {
  const question = (type: QuestionText['type'], more: Partial<QuestionText> = {}): QuestionText => ({
    id: 'q',
    type,
    text: 'Q',
    ...more,
  });
  const options = [
    { id: 'a', text: 'A' },
    { id: 'b', text: 'B' },
  ];
  const read = (form: Record<string, string | string[]>) => {
    const body = new URLSearchParams();
    for (const [name, values] of Object.entries(form)) {
      for (const value of [values].flat()) body.append(`a.q${name && `.${name}`}`, value);
    }
    return filledIn(body, 'q');
  };

  it.each<[string, QuestionText, Record<string, string | string[]>, unknown]>([
    ['a score', question('nps'), { '': '0' }, 0],
    ['no score', question('nps'), { '': '11' }, undefined],
    ['nonsense', question('csat'), { '': '4e0' }, undefined],
    ['a thumb down', question('thumbs'), { '': '0' }, 0],
    ['a pair', question('gap'), { expected: '5', experienced: '1' }, { expected: 5, experienced: 1 }],
    ['a feeling', question('emotion'), { '': 'calm' }, 'calm'],
    ['a feeling of one’s own', question('emotion'), { '': 'other', words: ' odd ' }, 'other:odd'],
    ['words beside another choice', question('emotion'), { '': 'calm', words: 'odd' }, 'calm'],
    ['an option', question('single', { options }), { '': 'a' }, 'a'],
    ['what is not offered', question('single', { options }), { '': 'other', words: 'x' }, undefined],
    ['several', question('multiple', { options }), { '': ['a', 'b', 'a', 'z'] }, ['a', 'b']],
    ['lines', question('text'), { words: 'a\r\nb\u0000\u0007' }, 'a\nb'],
    ['blanks', question('text'), { words: ' \n ' }, undefined],
    ['consent', question('consent'), { agreed: 'on' }, true],
    ['no consent', question('consent'), {}, false],
    ['what only says something', question('message'), { words: 'x' }, undefined],
  ])('with %s comes to its answer, which the workspace takes', (_, asked, form, expected) => {
    const value = answerOf(asked, read(form));
    expect(value).toEqual(expected);
    if (value === undefined) return;
    const stored: Question = {
      id: 'q',
      type: asked.type,
      text: {},
      options: (asked.options ?? []).map(({ id }) => ({ id, text: {} })),
    };
    expect(checkAnswers([stored], [{ question: 'q', value }])).toEqual([]);
    // And shown again it is what it was.
    expect(answerOf(asked, filledBy(value))).toEqual(value);
  });

  it('keeps a text within its bounds', () => {
    expect(String(answerOf(question('text'), read({ words: 'x'.repeat(5_000) })))).toHaveLength(4_000);
    const own = answerOf(question('emotion'), read({ '': 'other', words: 'x'.repeat(500) }));
    expect(String(own)).toHaveLength(200);
  });

  it.each<[string, QuestionText, Record<string, string | string[]>, string | undefined]>([
    ['nothing where something is needed', question('single', { options, required: true }), {}, en.answerNeeded],
    ['nothing where nothing is', question('single', { options }), {}, undefined],
    ['too few', question('multiple', { options, min: 2 }), { '': 'a' }, 'Choose at least 2'],
    ['none of several', question('multiple', { options, min: 2 }), {}, undefined],
    ['too many', question('multiple', { options, max: 1 }), { '': ['a', 'b'] }, 'Choose at most 1'],
    ['a needed consent', question('consent', { required: true }), {}, en.consentNeeded],
    ['an address with consent', question('email'), { words: 'm@ikon.example', agreed: 'on' }, undefined],
    ['Persian digits', question('phone'), { words: '۰۹۱۲ ۳۴۵ ۶۷۸۹', agreed: 'on' }, undefined],
    ['half a pair', question('gap'), { experienced: '1' }, en.answerNeeded],
  ])('with %s is told so', (_, asked, form, expected) => {
    expect(faultOf(asked, read(form), en, 'en')).toBe(expected);
  });
});

describe('a ticket', () => {
  it('opens for its own link and its own key, and not when anything of it was changed', () => {
    const ticket = newTicket(1_800_000_000_000);
    const sealed = sealTicket('key', 'link', ticket);
    expect(openTicket('key', 'link', sealed)).toEqual(ticket);
    expect(openTicket('key', 'other', sealed)).toBeNull();
    expect(openTicket('other', 'link', sealed)).toBeNull();
    expect(openTicket('key', 'link', `${sealed}.x`)).toBeNull();
    for (let at = 0; at < sealed.length; at++) {
      // The last sign of base64url carries bits that are no part of the seal.
      if (at === sealed.length - 1) continue;
      const changed = sealed.slice(0, at) + (sealed[at] === '0' ? '1' : '0') + sealed.slice(at + 1);
      expect(openTicket('key', 'link', changed), changed).toBeNull();
    }
  });
});

describe('a token', () => {
  it('names its site, whatever the site’s key is made of', () => {
    const rest = 'abcdefghijklmnopqrstuV';
    expect(siteOfToken(`site_2AbC${rest}`)).toBe('site_2AbC');
    expect(siteOfToken(`a${rest}`)).toBe('a');
    for (const wrong of [rest, `a-${rest.slice(1)}_`, `${'a'.repeat(65)}${rest}`, `a/b${rest}`, '']) {
      expect(siteOfToken(wrong), wrong).toBeNull();
    }
  });
});

describe('shuffled options', () => {
  const options = Array.from({ length: 8 }, (_, index) => ({ id: String(index) }));
  it('are all there, in the same order for the same response and another for another', () => {
    const order = (seed: string) =>
      shuffled(options, seed)
        .map(({ id }) => id)
        .join('');
    expect([...order('a')].sort().join('')).toBe('01234567');
    expect(order('a')).toBe(order('a'));
    expect(new Set(['a', 'b', 'c', 'd', 'e', 'f'].map(order)).size).toBeGreaterThan(3);
  });
});
