import type { HostedWords } from './words.ts';

export const zhHant: HostedWords = {
  gone: '此問卷未開放',
  goneDetail: '連結可能已過期或不完整。您無需做任何事。',
  answered: '您已經回答過了',
  answeredDetail: '謝謝。您的回答已送達提問的人。',
  change: '修改我的回答',
  language: '語言',
  mend: '請查看下方標示的內容。',
  tooMany: '現在有很多人在回答。請稍後再試。',
};
