import type { HostedWords } from './words.ts';

export const pt: HostedWords = {
  gone: 'Esta pesquisa não está aberta',
  goneDetail: 'O link pode ter expirado ou estar incompleto. Você não precisa fazer nada.',
  answered: 'Você já respondeu',
  answeredDetail: 'Obrigado. Sua resposta está com quem perguntou.',
  change: 'Mudar minha resposta',
  language: 'Idioma',
  mend: 'Veja o que está marcado abaixo.',
  tooMany: 'Muita gente está respondendo agora. Tente de novo daqui a pouco.',
};
