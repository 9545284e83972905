import type { Question, SurveyDefinition } from '../contract/survey.ts';
import { settings } from './workspace.ts';

const HINT = {
  en: 'In a sentence or two, if you like',
  fa: 'اگر دوست داشتید، در یکی دو جمله',
  pl: 'Jeśli chcesz, w jednym–dwóch zdaniach',
};

const WHY = {
  en: 'What is the main reason for your rating?',
  fa: 'دلیل اصلی امتیازتان چیست؟',
  pl: 'Jaki jest główny powód tej oceny?',
};

/** The rating first, then why. */
function questions(rating: Question['text']): Question[] {
  return [
    { id: 'rating', type: 'csat', text: rating, required: true },
    { id: 'why', type: 'text', text: WHY, hint: HINT },
  ];
}

/** All live, all in version 1. */
export const surveys: ({ id: string } & SurveyDefinition)[] = [
  {
    id: 'after-checkout',
    name: 'After checkout',
    touchpoint: 'checkout',
    questions: questions({
      en: 'How was the checkout?',
      fa: 'روند خرید و پرداخت چطور بود؟',
      pl: 'Jak oceniasz składanie zamówienia i płatność?',
    }),
    triggers: { event: 'checkout_done' },
    period: 30,
    locales: [...settings.languages],
  },
  {
    id: 'after-delivery',
    name: 'After delivery',
    touchpoint: 'delivery',
    questions: questions({
      en: 'How was this experience?',
      fa: 'این تجربه چطور بود؟',
      pl: 'Jak oceniasz to doświadczenie?',
    }),
    triggers: { placed: true },
    period: 30,
    locales: [...settings.languages],
  },
  {
    id: 'help-page',
    name: 'Help page',
    touchpoint: 'help',
    questions: questions({
      en: 'How was this page?',
      fa: 'این صفحه چطور بود؟',
      pl: 'Jak oceniasz tę stronę?',
    }),
    triggers: { url: ['/demo/help*'], delay: 4 },
    period: 14,
    locales: [...settings.languages],
  },
];
