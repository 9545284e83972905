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

const WHY_FELT = {
  en: 'What made you feel that way?',
  fa: 'چه چیزی این حس را در شما به وجود آورد؟',
  pl: 'Co sprawiło, że tak to odczuwasz?',
};

/** The rating first, then why. */
function questions(rating: Question['text']): Question[] {
  return [
    { id: 'rating', type: 'csat', text: rating, required: true },
    { id: 'why', type: 'text', text: WHY, hint: HINT },
  ];
}

const TAB = { en: 'Feedback', fa: 'نظر شما', pl: 'Twoja opinia' };

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
  {
    id: 'support-call',
    name: 'After a support call',
    touchpoint: 'support-call',
    questions: [
      {
        id: 'felt',
        type: 'emotion',
        text: {
          en: 'How did the call leave you?',
          fa: 'پس از تماس چه حسی داشتید؟',
          pl: 'Z jakim uczuciem zostawiła Cię ta rozmowa?',
        },
        required: true,
      },
      {
        id: 'solved',
        type: 'gap',
        text: {
          en: 'And set against what you expected?',
          fa: 'در برابر آنچه انتظار داشتید چطور بود؟',
          pl: 'A w porównaniu z oczekiwaniami?',
        },
      },
      { id: 'why', type: 'text', text: WHY_FELT, hint: HINT },
    ],
    triggers: { event: 'call_ended' },
    period: 30,
    locales: [...settings.languages],
  },
  {
    id: 'relationship',
    name: 'Relationship',
    touchpoint: null,
    questions: [
      {
        id: 'likely',
        type: 'nps',
        text: {
          en: 'How likely are you to recommend us to a friend?',
          fa: 'چقدر احتمال دارد ما را به یک دوست پیشنهاد کنید؟',
          pl: 'Na ile prawdopodobne jest, że polecisz nas znajomym?',
        },
        required: true,
      },
      { id: 'why', type: 'text', text: WHY, hint: HINT },
    ],
    triggers: { placed: true },
    period: 90,
    locales: [...settings.languages],
  },
  {
    id: 'feedback',
    name: 'Feedback tab',
    touchpoint: null,
    questions: [
      {
        id: 'about',
        type: 'single',
        text: { en: 'What is it about?', fa: 'دربارهٔ چیست؟', pl: 'Czego to dotyczy?' },
        required: true,
        other: true,
        options: [
          { id: 'praise', text: { en: 'Something I like', fa: 'چیزی که دوست دارم', pl: 'Coś, co mi się podoba' } },
          { id: 'wrong', text: { en: 'Something is wrong', fa: 'چیزی درست نیست', pl: 'Coś jest nie tak' } },
          { id: 'idea', text: { en: 'An idea', fa: 'یک پیشنهاد', pl: 'Pomysł' } },
        ],
        next: [{ when: { by: 'answer', is: ['wrong'] }, go: 'ease' }, { go: 'words' }],
      },
      {
        id: 'ease',
        type: 'ces',
        text: {
          en: 'How easy was it to do what you came for?',
          fa: 'کاری که برایش آمده بودید چقدر آسان بود؟',
          pl: 'Jak łatwo było zrobić to, po co tu jesteś?',
        },
      },
      {
        id: 'words',
        type: 'text',
        text: { en: 'Tell us in your own words', fa: 'با زبان خودتان بگویید', pl: 'Opowiedz własnymi słowami' },
        required: true,
      },
      {
        id: 'reply',
        type: 'email',
        text: { en: 'Where may we answer you?', fa: 'کجا پاسختان را بدهیم؟', pl: 'Dokąd możemy odpisać?' },
        consent: {
          en: 'You may use this address to answer me, and for nothing else.',
          fa: 'می‌توانید از این نشانی فقط برای پاسخ به من استفاده کنید.',
          pl: 'Możecie użyć tego adresu, aby mi odpowiedzieć, i do niczego więcej.',
        },
      },
    ],
    triggers: { url: ['/demo', '/demo/*'], tab: TAB },
    look: { progress: true },
    period: 0,
    locales: [...settings.languages],
  },
];
