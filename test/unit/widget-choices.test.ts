import { describe, expect, it } from 'vitest';
import { chooseLocale } from '../../widget/loader/chooseLocale.ts';
import { matchesPath } from '../../widget/loader/matchesPath.ts';
import { createStore } from '../../widget/loader/store.ts';
import { isResting, NEVER, writeSeen } from '../../widget/seen.ts';

describe('a path pattern', () => {
  it.each([
    ['/demo/help*', '/demo/help', true],
    ['/demo/help*', '/demo/help/returns', true],
    ['/demo/help*', '/shop/demo/help', false],
    ['/a/*/c', '/a/b/c', true],
    ['/a/*/c', '/a/b/c/d', false],
    ['*', '/anything', true],
    ['/', '/x', false],
    ['/v1.0/*', '/v1x0/a', false],
    ['/(new)+$/*', '/(new)+$/a', true],
    ['/راهنما/*', '/%D8%B1%D8%A7%D9%87%D9%86%D9%85%D8%A7/%D8%AE%D8%B1%DB%8C%D8%AF', true],
    ['/%D8%B1*', '/%D8%B1%D8%A7', true],
  ])('%s on %s is %s', (pattern, path, expected) => {
    expect(matchesPath(pattern, path)).toBe(expected);
  });
});

describe('the language of a survey', () => {
  const offered = ['en', 'fa', 'pl'];
  it.each([
    [['fa'], 'fa'],
    [['fa-IR', 'en'], 'fa'],
    [['PL-pl'], 'pl'],
    [['', 'de-AT', 'pl'], 'pl'],
    [['de'], 'en'],
    [[], 'en'],
  ])('wanted %j is %s', (wanted, expected) => {
    expect(chooseLocale(offered, wanted)).toBe(expected);
  });

  it('prefers a full tag to a bare language', () => {
    expect(chooseLocale(['pt', 'pt-BR'], ['pt-br'])).toBe('pt-BR');
  });

  it('is nothing where nothing is offered', () => {
    expect(chooseLocale([], ['en'])).toBeUndefined();
  });
});

describe('a visitor who has acted', () => {
  const storeOf = () =>
    createStore('', () => {
      throw new Error('blocked');
    });
  const rule = { id: 'a', version: 1, locales: ['en'], period: 10 };
  const day = 86_400_000;
  it.each([
    ['never seen it', undefined, 0, false],
    ['answered within the period', 'answered', 10 * day - 1, true],
    ['answered when the period is over', 'answered', 10 * day, false],
    ['dismissed it lately', 'dismissed', day, true],
  ] as const)('rests: %s', (_, outcome, since, expected) => {
    const store = storeOf();
    if (outcome) writeSeen(store, 'a', { at: 5_000, outcome });
    expect(isResting(store, rule, 5_000 + since)).toBe(expected);
  });

  it('rests from every survey for good once they want never to be asked', () => {
    const store = storeOf();
    store.set(NEVER, '1');
    expect(isResting(store, rule, 1_000 * day)).toBe(true);
  });
});
