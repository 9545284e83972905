import type { HostedWords } from './words.ts';

export const ro: HostedWords = {
  gone: 'Acest sondaj nu este deschis',
  goneDetail: 'Este posibil ca linkul să fi expirat sau să fie incomplet. Nu trebuie să faceți nimic.',
  answered: 'Ați răspuns deja',
  answeredDetail: 'Vă mulțumim. Răspunsul este la cei care au întrebat.',
  change: 'Modific răspunsul meu',
  language: 'Limba',
  mend: 'Vă rugăm să verificați ce este marcat mai jos.',
  tooMany: 'Mulți oameni răspund chiar acum. Vă rugăm să încercați din nou peste o clipă.',
};
