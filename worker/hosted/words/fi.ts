import type { HostedWords } from './words.ts';

export const fi: HostedWords = {
  gone: 'Tämä kysely ei ole avoinna',
  goneDetail: 'Linkki on ehkä vanhentunut tai vajaa. Sinun ei tarvitse tehdä mitään.',
  answered: 'Olet jo vastannut',
  answeredDetail: 'Kiitos. Vastauksesi on niillä, jotka kysyivät.',
  change: 'Muuta vastaustani',
  language: 'Kieli',
  mend: 'Katso alla merkittyjä kohtia.',
  tooMany: 'Moni vastaa juuri nyt. Yritä hetken kuluttua uudelleen.',
};
