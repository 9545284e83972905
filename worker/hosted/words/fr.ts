import type { HostedWords } from './words.ts';

export const fr: HostedWords = {
  gone: 'Cette enquête n’est pas ouverte',
  goneDetail: 'Le lien a peut-être expiré ou n’est pas complet. Vous n’avez rien à faire.',
  answered: 'Vous avez déjà répondu',
  answeredDetail: 'Merci. Votre réponse est entre les mains de ceux qui vous ont interrogé.',
  change: 'Modifier ma réponse',
  language: 'Langue',
  mend: 'Veuillez vérifier ce qui est signalé ci-dessous.',
  tooMany: 'Beaucoup de personnes répondent en ce moment. Veuillez réessayer dans un instant.',
};
