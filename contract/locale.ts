/** Languages the product itself speaks. Free of zod, so that every side can import values from here. */
export const LOCALES = ['en', 'fa', 'pl'] as const;
export type Locale = (typeof LOCALES)[number];

/** Languages the survey's frame speaks: what a survey may be written in with every word around it in place. */
export const FRAME_LOCALES = [
  'ar',
  'az',
  'bg',
  'ckb',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'fa',
  'fi',
  'fr',
  'he',
  'hi',
  'hr',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'lt',
  'nb',
  'nl',
  'pl',
  'pt',
  'pt-PT',
  'ro',
  'ru',
  'sk',
  'sv',
  'th',
  'tr',
  'uk',
  'ur',
  'vi',
  'zh-Hans',
  'zh-Hant',
] as const;

/** A text in some of the workspace's languages, by BCP 47 tag. */
export type LocalizedText = Partial<Record<string, string>>;

/** Scripts in use that are written from right to left, by ISO 15924. */
const RIGHT_TO_LEFT = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/** The writing direction of a BCP 47 tag: that of its script, or of the one its language is likely to be written in. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  try {
    return RIGHT_TO_LEFT.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch (error) {
    // Not a language tag at all.
    if (error instanceof RangeError) return 'ltr';
    throw error;
  }
}

/** The text for `locale`, falling back to its language (RFC 4647 lookup), then English, then whatever there is. */
export function textIn(text: LocalizedText, locale: string): string {
  for (let tag = locale; tag; tag = tag.slice(0, Math.max(tag.lastIndexOf('-'), 0))) {
    const words = text[tag];
    if (words !== undefined) return words;
  }
  return text['en'] ?? Object.values(text)[0] ?? '';
}
