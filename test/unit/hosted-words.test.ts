import { describe, expect, it } from 'vitest';
import { frames } from '../../widget/frame/frames.ts';
import { negotiate } from '../../worker/hosted/negotiate.ts';
import { HOSTED_LOCALES, hostedWords } from '../../worker/hosted/words/catalogue.ts';

describe('the words of a survey by link', () => {
  it('are written in every language of the survey’s frame', () => {
    expect([...HOSTED_LOCALES].sort()).toEqual(Object.keys(frames).sort());
    const english = hostedWords('en');
    for (const locale of HOSTED_LOCALES) {
      const words = hostedWords(locale);
      expect(Object.keys(words)).toEqual(Object.keys(english));
      for (const [name, text] of Object.entries(words)) {
        expect(text.trim(), `${locale} ${name}`).toBe(text);
        expect(text.length, `${locale} ${name}`).toBeGreaterThan(1);
        if (locale !== 'en') expect(text, `${locale} ${name}`).not.toBe(english[name as keyof typeof english]);
      }
    }
  });

  it('are found for a variety of a language as its frame is', () => {
    expect(hostedWords('zh-TW')).toBe(hostedWords('zh-Hant'));
    expect(hostedWords('de-AT')).toBe(hostedWords('de'));
    expect(hostedWords('tlh')).toBe(hostedWords('en'));
  });
});

describe('the language of a page', () => {
  const offered = ['pl', 'en', 'fa'];
  it.each([
    [undefined, undefined, 'pl'],
    [undefined, '', 'pl'],
    [undefined, 'fa-IR,fa;q=0.9,en;q=0.8', 'fa'],
    [undefined, 'en;q=0.2, fa;q=0.7', 'fa'],
    [undefined, 'de, fa;q=0', 'pl'],
    [undefined, 'de, *;q=0.5', 'pl'],
    ['en', 'fa', 'en'],
    ['de', 'fa', 'fa'],
    [undefined, 'x;q=;;;,,;q=1, EN', 'en'],
  ])('asked for %s with “%s” is %s', (asked, header, expected) => {
    expect(negotiate(offered, asked, header)).toBe(expected);
  });
});
