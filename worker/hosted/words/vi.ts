import type { HostedWords } from './words.ts';

export const vi: HostedWords = {
  gone: 'Khảo sát này không mở',
  goneDetail: 'Liên kết có thể đã hết hạn hoặc không đầy đủ. Bạn không cần làm gì cả.',
  answered: 'Bạn đã trả lời rồi',
  answeredDetail: 'Cảm ơn bạn. Câu trả lời đã đến với những người hỏi.',
  change: 'Đổi câu trả lời của tôi',
  language: 'Ngôn ngữ',
  mend: 'Vui lòng xem những chỗ được đánh dấu bên dưới.',
  tooMany: 'Hiện có nhiều người đang trả lời. Vui lòng thử lại sau giây lát.',
};
