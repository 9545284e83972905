import type { FrameTexts } from '../../contract/rules.ts';

export const en: FrameTexts = {
  close: 'Close',
  send: 'Send',
  skip: 'Skip',
  csat: ['very bad', 'bad', 'neither', 'good', 'very good'],
  kept: 'Your rating is kept:',
  keptHere: 'Kept on this device for now:',
  sending: 'Sending…',
  thanks: 'Thank you, it is with us',
  thanksDetail: 'Your answer goes straight to the people who can act on it.',
  offline: 'Not sent yet: your answer is kept on this device and goes out when the connection is back.',
  notSent: 'Not sent: we could not be reached. Please try again.',
  never: 'Don’t ask me again',
  privacy: 'Privacy',
  withdraw: 'Withdraw my answer',
  withdrawn: 'Your answer is withdrawn',
  withdrawalKept: 'Not withdrawn yet: your withdrawal goes out when the connection is back.',
};
