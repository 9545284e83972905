import type { HostedWords } from './words.ts';

export const de: HostedWords = {
  gone: 'Diese Umfrage ist nicht offen',
  goneDetail: 'Der Link ist vielleicht abgelaufen oder unvollständig. Sie müssen nichts tun.',
  answered: 'Sie haben schon geantwortet',
  answeredDetail: 'Danke. Ihre Antwort ist bei denen, die gefragt haben.',
  change: 'Meine Antwort ändern',
  language: 'Sprache',
  mend: 'Bitte sehen Sie sich an, was unten markiert ist.',
  tooMany: 'Gerade antworten viele. Bitte versuchen Sie es gleich noch einmal.',
};
