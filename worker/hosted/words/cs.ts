import type { HostedWords } from './words.ts';

export const cs: HostedWords = {
  gone: 'Tento dotazník není otevřený',
  goneDetail: 'Odkaz možná vypršel nebo není úplný. Nemusíte nic dělat.',
  answered: 'Už jste odpověděli',
  answeredDetail: 'Děkujeme. Vaši odpověď mají ti, kdo se ptali.',
  change: 'Změnit odpověď',
  language: 'Jazyk',
  mend: 'Podívejte se prosím na to, co je níže označeno.',
  tooMany: 'Právě odpovídá mnoho lidí. Zkuste to prosím za chvíli znovu.',
};
