/** Languages the product itself speaks. Free of zod, so that every side can import values from here. */
export const LOCALES = ['en', 'fa', 'pl'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in some of the workspace's languages, by BCP 47 tag. */
export type LocalizedText = Partial<Record<string, string>>;

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The writing direction of a BCP 47 tag. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(locale.toLowerCase().split('-', 1)[0] ?? '') ? 'rtl' : 'ltr';
}

/** The text for `locale`, falling back to its language, then English, then whatever there is. */
export function textIn(text: LocalizedText, locale: string): string {
  return text[locale] ?? text[locale.split('-', 1)[0] ?? ''] ?? text['en'] ?? Object.values(text)[0] ?? '';
}
