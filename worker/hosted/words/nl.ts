import type { HostedWords } from './words.ts';

export const nl: HostedWords = {
  gone: 'Deze enquête is niet open',
  goneDetail: 'De link is misschien verlopen of niet volledig. U hoeft niets te doen.',
  answered: 'U hebt al geantwoord',
  answeredDetail: 'Dank u. Uw antwoord is bij degenen die het vroegen.',
  change: 'Mijn antwoord wijzigen',
  language: 'Taal',
  mend: 'Bekijk wat hieronder is gemarkeerd.',
  tooMany: 'Er antwoorden nu veel mensen. Probeer het zo meteen opnieuw.',
};
