import type { HostedWords } from './words.ts';

export const ja: HostedWords = {
  gone: 'このアンケートは受け付けていません',
  goneDetail: 'リンクの期限が切れているか、途中で切れている可能性があります。何もしていただく必要はありません。',
  answered: 'すでにご回答いただいています',
  answeredDetail: 'ありがとうございます。ご回答は担当者に届いています。',
  change: '回答を変更する',
  language: '言語',
  mend: '下の印が付いたところをご確認ください。',
  tooMany: 'ただいま多くの方が回答中です。しばらくしてからもう一度お試しください。',
};
