import type { HostedWords } from './words.ts';

export const zhHans: HostedWords = {
  gone: '此问卷未开放',
  goneDetail: '链接可能已过期或不完整。您无需做任何事。',
  answered: '您已经回答过了',
  answeredDetail: '谢谢。您的回答已送达提问的人。',
  change: '修改我的回答',
  language: '语言',
  mend: '请查看下方标出的内容。',
  tooMany: '现在有很多人在回答。请稍后再试。',
};
