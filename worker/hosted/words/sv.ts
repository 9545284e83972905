import type { HostedWords } from './words.ts';

export const sv: HostedWords = {
  gone: 'Den här undersökningen är inte öppen',
  goneDetail: 'Länken kan ha gått ut eller vara ofullständig. Du behöver inte göra något.',
  answered: 'Du har redan svarat',
  answeredDetail: 'Tack. Ditt svar finns hos dem som frågade.',
  change: 'Ändra mitt svar',
  language: 'Språk',
  mend: 'Titta på det som är markerat nedan.',
  tooMany: 'Många svarar just nu. Försök igen om en stund.',
};
