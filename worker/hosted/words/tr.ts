import type { HostedWords } from './words.ts';

export const tr: HostedWords = {
  gone: 'Bu anket açık değil',
  goneDetail: 'Bağlantının süresi dolmuş ya da adresi eksik olabilir. Bir şey yapmanıza gerek yok.',
  answered: 'Zaten yanıt verdiniz',
  answeredDetail: 'Teşekkürler. Yanıtınız soranların elinde.',
  change: 'Yanıtımı değiştir',
  language: 'Dil',
  mend: 'Lütfen aşağıda işaretlenenlere bakın.',
  tooMany: 'Şu anda çok kişi yanıt veriyor. Lütfen birazdan yeniden deneyin.',
};
