import type { HostedWords } from './words.ts';

export const id: HostedWords = {
  gone: 'Survei ini tidak terbuka',
  goneDetail: 'Tautannya mungkin sudah kedaluwarsa atau tidak lengkap. Anda tidak perlu melakukan apa pun.',
  answered: 'Anda sudah menjawab',
  answeredDetail: 'Terima kasih. Jawaban Anda ada pada mereka yang bertanya.',
  change: 'Ubah jawaban saya',
  language: 'Bahasa',
  mend: 'Silakan periksa yang ditandai di bawah.',
  tooMany: 'Banyak orang sedang menjawab. Silakan coba lagi sebentar lagi.',
};
