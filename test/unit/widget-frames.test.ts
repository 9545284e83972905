import { describe, expect, it } from 'vitest';
import { directionOf, FRAME_LOCALES } from '../../contract/locale.ts';
import { en } from '../../widget/frame/en.ts';
import type { Frame } from '../../widget/frame/frame.ts';
import { frameOf, frames } from '../../widget/frame/frames.ts';

const latin = (others: string) => new RegExp(`^[a-z${others}]$`, 'u');
const of = (letters: string) => new RegExp(`^[${letters}]$`, 'u');

/** The letters and marks that each language is written with, in lower case, as its own alphabet has them. */
const ALPHABETS: Record<string, RegExp> = {
  ar: of('\u0621-\u063a\u0641-\u0652'),
  az: latin('çəğıöşü'),
  bg: of('абвгдежзийклмнопрстуфхцчшщъьюя'),
  ckb: of('ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێ'),
  cs: latin('áčďéěíňóřšťúůýž'),
  da: latin('æøå'),
  de: latin('äöüß'),
  el: of('α-ωάέήίόύώϊϋΐΰ'),
  en: latin(''),
  es: latin('áéíóúüñ'),
  fa: of('آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءئأؤۀةًٔ'),
  fi: latin('äöå'),
  fr: latin('àâæçéèêëîïôœùûüÿ'),
  he: of('\u05d0-\u05ea'),
  hi: of('\\p{Script=Devanagari}'),
  hr: latin('čćđšž'),
  hu: latin('áéíóöőúüű'),
  id: latin(''),
  it: latin('àèéìòù'),
  ja: of('\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}ー'),
  ko: of('\\p{Script=Hangul}'),
  lt: latin('ąčęėįšųūž'),
  nb: latin('æøå'),
  nl: latin('éëïóöü'),
  pl: latin('ąćęłńóśźż'),
  pt: latin('àáâãçéêíóôõú'),
  'pt-PT': latin('àáâãçéêíóôõú'),
  ro: latin('ăâîșț'),
  ru: of('а-яё'),
  sk: latin('áäčďéíĺľňóôŕšťúýž'),
  sv: latin('åäöé'),
  th: of('\\p{Script=Thai}'),
  tr: latin('çğıöşüâî'),
  uk: of('абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'),
  ur: of('اآبپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوؤہھءیئے\u0650'),
  vi: latin('àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ'),
  'zh-Hans': of('\\p{Script=Han}'),
  'zh-Hant': of('\\p{Script=Han}'),
};

const tags = Object.keys(frames);
const all = Object.entries(frames);

/** Every text of a frame by its place: `close`, `csat.0`, `emotions.calm`. */
function textsIn(part: Frame | object, prefix = ''): [place: string, text: string][] {
  return Object.entries(part).flatMap(([name, value]: [string, string | object]) =>
    typeof value === 'string' ? [[prefix + name, value]] : textsIn(value, `${prefix}${name}.`),
  );
}

/** All characters that a national standard of old could write; what is not in it, that language does without. */
function charactersOf(encoding: string, leads: [number, number]): Set<string> {
  const decoder = new TextDecoder(encoding);
  const characters = new Set<string>();
  for (let lead = leads[0]; lead <= leads[1]; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (encoding === 'gbk' && trail < 0xa1) continue;
      characters.add(decoder.decode(new Uint8Array([lead, trail])));
    }
  }
  return characters;
}

it('offers offices exactly the languages there are', () => {
  expect(tags).toEqual([...FRAME_LOCALES]);
});

describe('the words of the survey’s frame', () => {
  it('are there in at least 25 languages, each checked here', () => {
    expect(tags.length).toBeGreaterThanOrEqual(25);
    expect(tags.toSorted()).toEqual(Object.keys(ALPHABETS).toSorted());
    for (const tag of tags) expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
  });

  it.each(all)('leave nothing out in %s', (_, frame) => {
    expect(textsIn(frame).map(([place]) => place)).toEqual(textsIn(en).map(([place]) => place));
    for (const [place, text] of textsIn(frame)) {
      expect(text, place).not.toBe('');
      expect(text, place).toBe(text.normalize('NFC').trim().replace(/ {2,}/g, ' '));
    }
  });

  it.each(all)('are written in its own alphabet in %s', (tag, frame) => {
    const alphabet = ALPHABETS[tag] ?? /^$/;
    for (const [place, text] of textsIn(frame)) {
      const own = text.replaceAll('{n}', '').replace(/\be-?mail\b/i, '');
      for (const letter of own.toLocaleLowerCase(tag).match(/[\p{L}\p{M}]/gu) ?? []) {
        expect(letter, `${place}: ${text}`).toMatch(alphabet);
      }
    }
  });

  it('are in simplified characters only for zh-Hans, in traditional ones only for zh-Hant', () => {
    const simplified = charactersOf('gbk', [0xb0, 0xf7]);
    const traditional = charactersOf('big5', [0xa4, 0xf9]);
    for (const [tag, known] of [
      ['zh-Hans', simplified],
      ['zh-Hant', traditional],
    ] as const) {
      for (const [, text] of textsIn(frameOf(tag))) {
        for (const character of text.match(/\p{Script=Han}/gu) ?? []) expect(known, text).toContain(character);
      }
    }
  });

  it.each(all)('have the right quotation marks, apostrophes and ellipses in %s', (_, frame) => {
    for (const [place, text] of textsIn(frame)) expect(text, place).not.toMatch(/['"`´]|\.\.|--/);
    expect(frame.sending).toMatch(/…$/);
  });

  it('join a Persian verb to its prefix without a space', () => {
    for (const [place, text] of textsIn(frameOf('fa'))) expect(text, place).not.toMatch(/(?<!\S)ن?می /);
  });

  it.each(all)('name a number where one is meant, and nowhere else, in %s', (_, frame) => {
    for (const [place, text] of textsIn(frame)) {
      const holes = text.match(/\{.*?\}/g) ?? [];
      expect(holes, place).toEqual(place === 'atLeast' || place === 'atMost' ? ['{n}'] : []);
    }
  });

  it.each(all)('lead to the meaning that follows them in %s', (_, frame) => {
    expect(frame.kept).toMatch(/[:：]$/);
    expect(frame.keptHere).toMatch(/[:：]$/);
  });

  it.each(all)('fit their buttons and labels in %s', (_, frame) => {
    const longest = (texts: string[]) => Math.max(...texts.map((text) => [...text].length));
    const { close, send, skip, next, back, feedback, test, progress } = frame;
    expect(longest([close, send, skip, next, back, feedback, test, progress])).toBeLessThanOrEqual(16);
    expect(longest([frame.sending, frame.privacy])).toBeLessThanOrEqual(20);
    expect(longest([...frame.csat, ...frame.thumbs, ...Object.values(frame.emotions)])).toBeLessThanOrEqual(24);
    expect(longest([...frame.nps, ...frame.ces, ...frame.gap])).toBeLessThanOrEqual(28);
    expect(longest([frame.never, frame.withdraw, frame.other, frame.ownWords])).toBeLessThanOrEqual(28);
    expect(longest([frame.kept, frame.keptHere, frame.thanks, frame.withdrawn])).toBeLessThanOrEqual(36);
    expect(longest(textsIn(frame).map(([, text]) => text))).toBeLessThanOrEqual(120);
  });

  it.each(all)('tell apart what must be told apart in %s', (_, frame) => {
    for (const texts of [frame.csat, frame.nps, frame.ces, frame.thumbs, Object.values(frame.emotions), frame.gap]) {
      expect(new Set(texts).size).toBe(texts.length);
    }
    const { send, skip, next, back, close } = frame;
    expect(new Set([send, skip, next, back, close]).size).toBe(5);
  });

  it('are no other language’s under a second name', () => {
    for (const [tag, frame] of all) {
      for (const [other, its] of all) {
        if (tag >= other || tag.split('-')[0] === other.split('-')[0]) continue;
        const mine = textsIn(frame);
        const theirs = textsIn(its);
        const shared = mine.filter(([, text], place) => text === theirs[place]?.[1]);
        // Danes and Norwegians do say many things alike.
        expect(shared.length, `${tag} and ${other}: ${shared}`).toBeLessThan(mine.length / 3);
      }
    }
    expect(new Set(all.map(([, frame]) => JSON.stringify(frame))).size).toBe(all.length);
  });

  it('run from right to left in Arabic, Hebrew, Persian, Sorani and Urdu alone', () => {
    expect(tags.filter((tag) => directionOf(tag) === 'rtl').toSorted()).toEqual(['ar', 'ckb', 'fa', 'he', 'ur']);
  });
});

describe('the frame for a language', () => {
  it.each([
    ['de-AT', 'de'],
    ['FA-ir', 'fa'],
    ['prs', 'fa'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant-MO', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['pt-BR', 'pt'],
    ['pt-PT', 'pt-PT'],
    ['pt-AO', 'pt'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['iw', 'he'],
    ['in', 'id'],
    ['ku-IQ', 'ckb'],
    ['ug', 'en'],
    ['sw-KE', 'en'],
    ['constructor', 'en'],
    ['not a language', 'en'],
  ])('for %s is that of %s', (tag, known) => {
    expect(frameOf(tag)).toBe(frames[known]);
  });
});
