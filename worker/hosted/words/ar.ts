import type { HostedWords } from './words.ts';

export const ar: HostedWords = {
  gone: 'هذا الاستبيان غير متاح',
  goneDetail: 'ربما انتهت صلاحية الرابط أو أنه غير مكتمل. لا يلزمك فعل أي شيء.',
  answered: 'لقد أجبت من قبل',
  answeredDetail: 'شكرًا لك. إجابتك لدى من سألوا.',
  change: 'تعديل إجابتي',
  language: 'اللغة',
  mend: 'يرجى مراجعة ما هو محدد أدناه.',
  tooMany: 'كثيرون يجيبون الآن. يرجى المحاولة مرة أخرى بعد قليل.',
};
