import type { SurveyTemplate } from '../../contract/surveyDraft.ts';

/** Asked now and then of those who come back: how the relationship stands as a whole. */
export const relationshipNps: SurveyTemplate = {
  id: 'relationship-nps',
  name: { en: 'Relationship (NPS)', fa: 'رابطه با مشتری (NPS)', pl: 'Relacja z klientem (NPS)' },
  about: {
    en: 'Whether people would recommend you, and why. Due on the third page of a returning visitor, every three months.',
    fa: 'آیا مردم شما را به دیگران پیشنهاد می‌کنند و چرا. هر سه ماه یک بار، در سومین صفحهٔ کسی که دوباره سر زده است.',
    pl: 'Czy klienci was polecają i dlaczego. Pojawia się na trzeciej stronie powracającej osoby, co trzy miesiące.',
  },
  definition: {
    name: 'Relationship (NPS)',
    touchpoint: null,
    questions: [
      {
        id: 'recommend',
        type: 'nps',
        required: true,
        text: {
          en: 'How likely are you to recommend us to a friend or colleague?',
          fa: 'چقدر احتمال دارد ما را به یک دوست یا همکار پیشنهاد کنید؟',
          pl: 'Jak prawdopodobne jest, że polecisz nas znajomym lub współpracownikom?',
        },
        next: [
          { when: { by: 'score', from: 0, to: 6 }, go: 'wrong' },
          { when: { by: 'score', from: 9, to: 10 }, go: 'well' },
          { when: { by: 'score', from: 7, to: 8 }, go: 'better' },
        ],
      },
      {
        id: 'wrong',
        type: 'single',
        other: true,
        text: {
          en: 'What disappointed you most?',
          fa: 'چه چیزی بیشتر از همه ناامیدتان کرد؟',
          pl: 'Co rozczarowało cię najbardziej?',
        },
        options: [
          { id: 'quality', text: { en: 'Quality', fa: 'کیفیت', pl: 'Jakość' } },
          { id: 'price', text: { en: 'Price', fa: 'قیمت', pl: 'Cena' } },
          { id: 'service', text: { en: 'Service', fa: 'خدمات و پشتیبانی', pl: 'Obsługa' } },
          { id: 'ease', text: { en: 'It is hard to use', fa: 'کار کردن با آن سخت است', pl: 'Trudność w korzystaniu' } },
          { id: 'promise', text: { en: 'A promise not kept', fa: 'قولی که عملی نشد', pl: 'Niedotrzymana obietnica' } },
        ],
        next: [{ go: 'comment' }],
      },
      {
        id: 'better',
        type: 'text',
        text: {
          en: 'What would make it a ten?',
          fa: 'چه چیزی آن را به ده می‌رساند؟',
          pl: 'Czego zabrakło do dziesiątki?',
        },
        next: [{ go: 'end' }],
      },
      {
        id: 'well',
        type: 'single',
        other: true,
        text: {
          en: 'What do you value most?',
          fa: 'چه چیزی برایتان از همه ارزشمندتر است؟',
          pl: 'Co cenisz najbardziej?',
        },
        options: [
          { id: 'quality', text: { en: 'Quality', fa: 'کیفیت', pl: 'Jakość' } },
          { id: 'price', text: { en: 'Value for money', fa: 'ارزش در برابر قیمت', pl: 'Stosunek jakości do ceny' } },
          { id: 'service', text: { en: 'Service', fa: 'خدمات و پشتیبانی', pl: 'Obsługa' } },
          { id: 'ease', text: { en: 'It is easy to use', fa: 'کار کردن با آن آسان است', pl: 'Łatwość korzystania' } },
        ],
      },
      {
        id: 'comment',
        type: 'text',
        text: {
          en: 'Tell us a little more, if you like.',
          fa: 'اگر دوست دارید، کمی بیشتر برایمان بگویید.',
          pl: 'Jeśli chcesz, napisz coś więcej.',
        },
      },
    ],
    triggers: { page: 3, delay: 10 },
    audience: { visitors: 'returning' },
    period: 90,
    locales: ['en', 'fa', 'pl'],
  },
};
