import { describe, expect, it } from 'vitest';
import type { SiteRules } from '../../contract/rules.ts';
import { fractionOf } from '../../widget/loader/fractionOf.ts';
import { pathsOf, rulesAt } from '../../widget/loader/pathsOf.ts';
import { createStore } from '../../widget/loader/store.ts';
import { isTired, writeSeen } from '../../widget/seen.ts';
import { stringify } from '../../widget/stringify.ts';

const DAY = 86_400_000;
const NOW = 1_764_000_000_000;

describe('the share of people a survey falls on', () => {
  it.each([
    ['numbered one after another', (n: number) => `after-checkout${n}`],
    ['with ids of letters and digits', (n: number) => `nps-2026cust_${(n * 7919).toString(36)}`],
    [
      'with random visitor ids',
      (n: number) => `help${[1, 2, 3, 4].map((k) => Math.imul(n + 1, k * 2654435761) >>> 0).join('-')}`,
    ],
  ])('is the share asked for, %s', (_, idOf) => {
    const fractions = Array.from({ length: 20_000 }, (_unused, n) => fractionOf(idOf(n)));
    for (const share of [0.01, 0.1, 0.5, 0.9]) {
      const got = fractions.filter((fraction) => fraction < share).length / fractions.length;
      // Five standard errors of a fair throw.
      expect(Math.abs(got - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / fractions.length));
    }
  });

  it('is another for each survey', () => {
    const both = Array.from({ length: 20_000 }, (_, n) => [fractionOf(`one${n}`), fractionOf(`two${n}`)] as const);
    const together = both.filter(([one, two]) => one < 0.1 && two < 0.1).length / both.length;
    expect(together).toBeLessThan(0.03);
  });
});

describe('a visitor', () => {
  const seen = (...entries: [survey: string, daysAgo: number, outcome: 'dismissed' | 'answered'][]) => {
    const store = createStore('t:', () => false);
    for (const [survey, daysAgo, outcome] of entries) writeSeen(store, survey, { at: NOW - daysAgo * DAY, outcome });
    return store;
  };
  const rules = (bounds: Partial<SiteRules>): SiteRules => ({ site: 's', surveys: [], ...bounds });

  it.each([
    ['nothing is bounded', false, {}],
    ['a cool-down is over', false, { cooldown: 3 }],
    ['a cool-down lasts', true, { cooldown: 4 }],
    ['the cap is reached', true, { cap: [3, 30] }],
    ['the cap is not reached within its days', false, { cap: [3, 10] }],
    ['the cap is not reached', false, { cap: [4, 90] }],
  ] satisfies [string, boolean, Partial<SiteRules>][])('where %s has had enough: %s', (_, expected, bounds) => {
    const store = seen(['a', 3.5, 'dismissed'], ['b', 1, 'answered'], ['c', 20, 'answered']);
    expect(isTired(store, rules(bounds), NOW)).toBe(expected);
  });

  it('is not tired by what cannot be read', () => {
    const store = createStore('t:', () => false);
    for (const [index, value] of ['null', '4', '{', '"a"', '[]'].entries()) store.set(`seen:${index}`, value);
    expect(isTired(store, rules({ cooldown: 9, cap: [1, 9] }), NOW)).toBe(false);
  });
});

describe('where a script looks for the rest', () => {
  it('is at its host, behind any prefix', () => {
    expect(pathsOf('https://cx.example/pre/fix/w/site_1.js?x', 'site_1')).toEqual({
      files: 'https://cx.example/pre/fix/w/assets/',
      texts: 'https://cx.example/pre/fix/w/site_1/',
      posts: 'https://cx.example/pre/fix/v1/sites/site_1/',
    });
  });

  it('is beside it, under neutral names, when it has a name of the site’s own', () => {
    const paths = pathsOf('https://www.shop.example/fb/tag.js?v=1', 'site_1');
    expect(paths).toEqual({
      files: 'https://www.shop.example/fb/a/',
      texts: 'https://www.shop.example/fb/t/',
      posts: 'https://www.shop.example/fb/api/',
    });
    expect(rulesAt(paths)).toBe('https://www.shop.example/fb/t.json');
  });
});

describe('JSON', () => {
  it('is right on a page where arrays and objects have a toJSON', () => {
    const made = { a: [1, { b: ['x'] }], c: null, d: 'text', e: undefined };
    const expected = JSON.stringify(made);
    for (const prototype of [Array.prototype, Object.prototype] as { toJSON?: unknown }[])
      Object.defineProperty(prototype, 'toJSON', { value: () => 'spoilt', configurable: true });
    try {
      expect(JSON.stringify(made)).toBe('"spoilt"');
      expect(stringify(made)).toBe(expected);
    } finally {
      for (const prototype of [Array.prototype, Object.prototype] as { toJSON?: unknown }[]) delete prototype.toJSON;
    }
  });
});
