import type { HostedWords } from './words.ts';

export const he: HostedWords = {
  gone: 'הסקר הזה אינו פתוח',
  goneDetail: 'ייתכן שתוקף הקישור פג או שהוא אינו שלם. אין צורך לעשות דבר.',
  answered: 'כבר התקבלה תשובה',
  answeredDetail: 'תודה. התשובה נמצאת אצל מי ששאלו.',
  change: 'שינוי התשובה שלי',
  language: 'שפה',
  mend: 'נא לעיין במה שמסומן למטה.',
  tooMany: 'הרבה אנשים עונים כרגע. נא לנסות שוב בעוד רגע.',
};
