import type { HostedWords } from './words.ts';

export const en: HostedWords = {
  gone: 'This survey is not open',
  goneDetail: 'The link may have expired, or may not be complete. There is nothing you need to do.',
  answered: 'You have answered already',
  answeredDetail: 'Thank you. Your answer is with the people who asked.',
  change: 'Change my answer',
  language: 'Language',
  mend: 'Please look at what is marked below.',
  tooMany: 'Many people are answering right now. Please try again in a moment.',
};
