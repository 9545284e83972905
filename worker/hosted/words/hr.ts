import type { HostedWords } from './words.ts';

export const hr: HostedWords = {
  gone: 'Ova anketa nije otvorena',
  goneDetail: 'Poveznica je možda istekla ili nije potpuna. Ne morate ništa učiniti.',
  answered: 'Već ste odgovorili',
  answeredDetail: 'Hvala. Vaš je odgovor kod onih koji su pitali.',
  change: 'Promijeni moj odgovor',
  language: 'Jezik',
  mend: 'Pogledajte što je označeno u nastavku.',
  tooMany: 'Trenutačno odgovara mnogo ljudi. Pokušajte ponovno za trenutak.',
};
