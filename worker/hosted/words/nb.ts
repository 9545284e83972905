import type { HostedWords } from './words.ts';

export const nb: HostedWords = {
  gone: 'Denne undersøkelsen er ikke åpen',
  goneDetail: 'Lenken kan ha utløpt eller være ufullstendig. Du trenger ikke å gjøre noe.',
  answered: 'Du har allerede svart',
  answeredDetail: 'Takk. Svaret ditt er hos dem som spurte.',
  change: 'Endre svaret mitt',
  language: 'Språk',
  mend: 'Se på det som er merket nedenfor.',
  tooMany: 'Mange svarer akkurat nå. Prøv igjen om et øyeblikk.',
};
