import type { HostedWords } from './words.ts';

export const az: HostedWords = {
  gone: 'Bu sorğu açıq deyil',
  goneDetail: 'Keçidin vaxtı bitmiş və ya ünvanı natamam ola bilər. Heç nə etməyinizə ehtiyac yoxdur.',
  answered: 'Siz artıq cavab vermisiniz',
  answeredDetail: 'Təşəkkür edirik. Cavabınız soruşanlara çatıb.',
  change: 'Cavabımı dəyişmək',
  language: 'Dil',
  mend: 'Zəhmət olmasa, aşağıda işarələnənlərə baxın.',
  tooMany: 'Hazırda çox adam cavab verir. Bir azdan yenidən cəhd edin.',
};
