/** Words of the hosted page that the survey's frame has no need of. */
export interface HostedWords {
  /** The link leads nowhere (any more); nothing is said of why. */
  gone: string;
  goneDetail: string;
  /** Answered more than a day ago. */
  answered: string;
  answeredDetail: string;
  change: string;
  language: string;
  /** Something above has to be mended. */
  mend: string;
  tooMany: string;
}

const en: HostedWords = {
  gone: 'This survey is not open',
  goneDetail: 'The link may have expired, or may not be complete. There is nothing you need to do.',
  answered: 'You have answered already',
  answeredDetail: 'Thank you. Your answer is with the people who asked.',
  change: 'Change my answer',
  language: 'Language',
  mend: 'Please look at what is marked below.',
  tooMany: 'Many people are answering right now. Please try again in a moment.',
};

const fa: HostedWords = {
  gone: 'این نظرسنجی باز نیست',
  goneDetail: 'شاید مهلت پیوند تمام شده یا نشانی آن کامل نیست. لازم نیست کاری بکنید.',
  answered: 'شما پیش از این پاسخ داده‌اید',
  answeredDetail: 'سپاس. پاسخ شما پیش کسانی است که پرسیده بودند.',
  change: 'پاسخم را عوض می‌کنم',
  language: 'زبان',
  mend: 'لطفاً به آنچه در پایین مشخص شده نگاه کنید.',
  tooMany: 'همین حالا خیلی‌ها در حال پاسخ دادن‌اند. لطفاً چند لحظهٔ دیگر دوباره امتحان کنید.',
};

const pl: HostedWords = {
  gone: 'Ta ankieta nie jest otwarta',
  goneDetail: 'Link mógł wygasnąć albo nie jest kompletny. Nie musisz nic robić.',
  answered: 'Odpowiedź już do nas dotarła',
  answeredDetail: 'Dziękujemy. Mają ją osoby, które o nią prosiły.',
  change: 'Chcę zmienić odpowiedź',
  language: 'Język',
  mend: 'Spójrz, proszę, na zaznaczone miejsca poniżej.',
  tooMany: 'W tej chwili odpowiada wiele osób. Spróbuj ponownie za moment.',
};

const WORDS: ReadonlyMap<string, HostedWords> = new Map(Object.entries({ en, fa, pl }));

/** Languages these words are written in. */
export const HOSTED_LOCALES: readonly string[] = [...WORDS.keys()];

/** The words for a language, falling back through the language without its region to English. */
export function hostedWords(locale: string): HostedWords {
  return WORDS.get(locale) ?? WORDS.get(locale.split('-', 1)[0] ?? '') ?? en;
}
