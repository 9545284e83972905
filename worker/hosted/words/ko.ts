import type { HostedWords } from './words.ts';

export const ko: HostedWords = {
  gone: '이 설문은 열려 있지 않습니다',
  goneDetail: '링크가 만료되었거나 완전하지 않을 수 있습니다. 따로 하실 일은 없습니다.',
  answered: '이미 답하셨습니다',
  answeredDetail: '감사합니다. 답변은 질문한 분들께 전해졌습니다.',
  change: '내 답변 바꾸기',
  language: '언어',
  mend: '아래 표시된 곳을 확인해 주세요.',
  tooMany: '지금 많은 분이 답하고 있습니다. 잠시 후 다시 시도해 주세요.',
};
