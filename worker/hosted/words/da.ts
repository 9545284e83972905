import type { HostedWords } from './words.ts';

export const da: HostedWords = {
  gone: 'Denne undersøgelse er ikke åben',
  goneDetail: 'Linket kan være udløbet eller ufuldstændigt. Du behøver ikke at gøre noget.',
  answered: 'Du har allerede svaret',
  answeredDetail: 'Tak. Dit svar er hos dem, der spurgte.',
  change: 'Ret mit svar',
  language: 'Sprog',
  mend: 'Se på det, der er markeret nedenfor.',
  tooMany: 'Mange svarer lige nu. Prøv igen om et øjeblik.',
};
