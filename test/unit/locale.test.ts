import { describe, expect, it } from 'vitest';
import { directionOf, textIn } from '../../contract/locale.ts';

describe('the direction of a language', () => {
  it.each(
    'ar ar-EG arz ckb dv fa fa-AF prs he iw yi ji ks ku-Arab ku-IQ lrc mzn nqo pa-Arab pa-PK pnb ps sd syr ug ur uz-Arab uz-AF az-Arab az-IR azb rhg ff-Adlm AR-sa'.split(
      ' ',
    ),
  )('is from right to left for %s', (tag) => {
    expect(directionOf(tag)).toBe('rtl');
  });

  it.each('en fa-Latn ks-Deva sd-Deva ku tr az uz pa ff pl ru zh-Hant ja th hi el en-US not_a_tag x'.split(' '))(
    'is from left to right for %s',
    (tag) => {
      expect(directionOf(tag)).toBe('ltr');
    },
  );
});

describe('a text in some languages', () => {
  const text = { en: 'Hello', de: 'Hallo', 'zh-Hant': '你好' };

  it.each([
    ['de', 'Hallo'],
    ['de-AT', 'Hallo'],
    ['zh-Hant-TW', '你好'],
    ['zh-Hans', 'Hello'],
    ['pl', 'Hello'],
  ])('is read in %s as %s', (locale, words) => {
    expect(textIn(text, locale)).toBe(words);
  });

  it('is read in whatever language there is rather than not at all', () => {
    expect(textIn({ fr: 'Bonjour' }, 'pl')).toBe('Bonjour');
    expect(textIn({}, 'pl')).toBe('');
  });
});
