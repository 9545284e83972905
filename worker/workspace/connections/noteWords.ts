import type { Locale } from '../../../contract/locale.ts';
import type { Trust } from '../../../contract/metric.ts';

/** The words around an answer where it stands in another system. */
export interface NoteWords {
  answered: string;
  outOf: (score: string, most: string) => string;
  yes: string;
  no: string;
  expected: (expected: string, experienced: string) => string;
  touchpoint: string;
  trust: Record<Trust, string>;
  open: string;
}

/** By the language the workspace works in. */
export const NOTE_WORDS: Record<Locale, NoteWords> = {
  en: {
    answered: 'answered',
    outOf: (score, most) => `${score} of ${most}`,
    yes: 'yes',
    no: 'no',
    expected: (expected, experienced) => `expected ${expected}, experienced ${experienced}`,
    touchpoint: 'Touchpoint',
    trust: {
      verified: 'Verified: it is proven that they said it.',
      claimed: 'Claimed: whoever answered said to be them; nobody has proven it.',
      anonymous: 'Given anonymously, and tied to them later.',
    },
    open: 'In Touchstone',
  },
  fa: {
    answered: 'پاسخ داد',
    outOf: (score, most) => `${score} از ${most}`,
    yes: 'بله',
    no: 'نه',
    expected: (expected, experienced) => `انتظار ${expected}، تجربه ${experienced}`,
    touchpoint: 'نقطهٔ تماس',
    trust: {
      verified: 'تأییدشده: ثابت شده که خودش گفته است.',
      claimed: 'ادعاشده: پاسخ‌دهنده خود را او معرفی کرده و کسی آن را ثابت نکرده است.',
      anonymous: 'ناشناس داده شد و بعداً به او پیوند خورد.',
    },
    open: 'در تاچ‌استون',
  },
  pl: {
    answered: 'odpowiedź',
    outOf: (score, most) => `${score} z ${most}`,
    yes: 'tak',
    no: 'nie',
    expected: (expected, experienced) => `oczekiwano ${expected}, doświadczono ${experienced}`,
    touchpoint: 'Punkt styku',
    trust: {
      verified: 'Zweryfikowane: udowodniono, że to ta osoba.',
      claimed: 'Deklarowane: odpowiadający podał się za tę osobę; nikt tego nie udowodnił.',
      anonymous: 'Udzielone anonimowo, powiązane z tą osobą później.',
    },
    open: 'W Touchstone',
  },
};
