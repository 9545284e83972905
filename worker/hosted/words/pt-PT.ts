import type { HostedWords } from './words.ts';

export const ptPT: HostedWords = {
  gone: 'Este inquérito não está aberto',
  goneDetail: 'A ligação pode ter expirado ou estar incompleta. Não precisa de fazer nada.',
  answered: 'Já respondeu',
  answeredDetail: 'Obrigado. A sua resposta está com quem perguntou.',
  change: 'Alterar a minha resposta',
  language: 'Idioma',
  mend: 'Veja o que está assinalado abaixo.',
  tooMany: 'Há muitas pessoas a responder neste momento. Tente de novo dentro de instantes.',
};
