import type { HostedWords } from './words.ts';

export const pl: HostedWords = {
  gone: 'Ta ankieta nie jest otwarta',
  goneDetail: 'Link mógł wygasnąć albo nie jest kompletny. Nie musisz nic robić.',
  answered: 'Odpowiedź już do nas dotarła',
  answeredDetail: 'Dziękujemy. Mają ją osoby, które o nią prosiły.',
  change: 'Chcę zmienić odpowiedź',
  language: 'Język',
  mend: 'Spójrz, proszę, na zaznaczone miejsca poniżej.',
  tooMany: 'W tej chwili odpowiada wiele osób. Spróbuj ponownie za moment.',
};
