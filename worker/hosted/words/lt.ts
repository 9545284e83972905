import type { HostedWords } from './words.ts';

export const lt: HostedWords = {
  gone: 'Ši apklausa neatidaryta',
  goneDetail: 'Nuoroda galėjo baigti galioti arba yra nepilna. Jums nieko daryti nereikia.',
  answered: 'Jūs jau atsakėte',
  answeredDetail: 'Ačiū. Jūsų atsakymas yra pas tuos, kurie klausė.',
  change: 'Pakeisti mano atsakymą',
  language: 'Kalba',
  mend: 'Peržiūrėkite, kas pažymėta žemiau.',
  tooMany: 'Šiuo metu atsakinėja daug žmonių. Bandykite dar kartą po akimirkos.',
};
