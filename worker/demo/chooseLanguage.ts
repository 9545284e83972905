import { LOCALES, type Locale } from '../../contract/locale.ts';

/** A language of ours by its tag, whatever the region. */
export function languageOf(tag: string | undefined): Locale | undefined {
  const language = tag?.trim().toLowerCase().split('-')[0];
  return LOCALES.find((locale) => locale === language);
}

/** The first language of ours that an `Accept-Language` header asks for, by its weights (RFC 9110, 12.5.4). */
export function chooseLanguage(header: string | undefined): Locale {
  const asked = (header ?? '').split(',').map((part) => {
    const [tag, ...parameters] = part.split(';');
    const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1] ?? '1';
    return { tag, weight: Number(weight) || 0 };
  });
  asked.sort((one, other) => other.weight - one.weight);
  for (const { tag, weight } of asked) {
    const language = languageOf(tag);
    if (language && weight > 0) return language;
  }
  return 'en';
}
