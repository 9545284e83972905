import type { HostedWords } from './words.ts';

export const sk: HostedWords = {
  gone: 'Tento dotazník nie je otvorený',
  goneDetail: 'Odkaz možno vypršal alebo nie je úplný. Nemusíte nič robiť.',
  answered: 'Už ste odpovedali',
  answeredDetail: 'Ďakujeme. Vašu odpoveď majú tí, ktorí sa pýtali.',
  change: 'Zmeniť odpoveď',
  language: 'Jazyk',
  mend: 'Pozrite sa, prosím, na to, čo je nižšie označené.',
  tooMany: 'Práve odpovedá veľa ľudí. Skúste to, prosím, o chvíľu znova.',
};
