import type { HostedWords } from './words.ts';

export const it: HostedWords = {
  gone: 'Questo sondaggio non è aperto',
  goneDetail: 'Il link potrebbe essere scaduto o incompleto. Non deve fare nulla.',
  answered: 'Ha già risposto',
  answeredDetail: 'Grazie. La Sua risposta è arrivata a chi l’ha chiesta.',
  change: 'Modifica la mia risposta',
  language: 'Lingua',
  mend: 'Controlli ciò che è segnalato qui sotto.',
  tooMany: 'In questo momento rispondono in molti. Riprovi tra un attimo.',
};
