import type { HostedWords } from './words.ts';

export const hu: HostedWords = {
  gone: 'Ez a kérdőív nincs nyitva',
  goneDetail: 'A hivatkozás lejárhatott, vagy nem teljes. Nincs teendője.',
  answered: 'Ön már válaszolt',
  answeredDetail: 'Köszönjük. Válasza azoknál van, akik kérdezték.',
  change: 'Válaszom módosítása',
  language: 'Nyelv',
  mend: 'Kérjük, nézze meg az alább megjelölteket.',
  tooMany: 'Most sokan válaszolnak. Kérjük, próbálja újra egy pillanat múlva.',
};
