import type { SurveyTemplate } from '../../contract/surveyDraft.ts';

/** Asked as soon as somebody has bought something. */
export const afterPurchase: SurveyTemplate = {
  id: 'after-purchase',
  name: { en: 'After purchase', fa: 'پس از خرید', pl: 'Po zakupie' },
  about: {
    en: 'How it was to buy, and what got in the way. Due when your page reports the purchase.',
    fa: 'خرید چطور پیش رفت و کجا گیر کرد. وقتی صفحهٔ شما از خرید خبر بدهد، نشان داده می‌شود.',
    pl: 'Jak przebiegł zakup i co w nim przeszkodziło. Pojawia się, gdy strona zgłosi zakup.',
  },
  definition: {
    name: 'After purchase',
    touchpoint: null,
    questions: [
      {
        id: 'rating',
        type: 'csat',
        required: true,
        text: {
          en: 'How satisfied are you with your purchase today?',
          fa: 'از خرید امروزتان چقدر راضی هستید؟',
          pl: 'Jak oceniasz dzisiejsze zakupy?',
        },
        next: [
          { when: { by: 'score', from: 1, to: 3 }, go: 'wrong' },
          { when: { by: 'score', from: 4, to: 5 }, go: 'well' },
        ],
      },
      {
        id: 'wrong',
        type: 'single',
        other: true,
        text: {
          en: 'What got in your way?',
          fa: 'چه چیزی کار را برایتان سخت کرد؟',
          pl: 'Co utrudniło zakupy?',
        },
        options: [
          {
            id: 'finding',
            text: {
              en: 'Finding what I wanted',
              fa: 'پیدا کردن چیزی که می‌خواستم',
              pl: 'Znalezienie potrzebnego produktu',
            },
          },
          {
            id: 'price',
            text: { en: 'Prices or delivery costs', fa: 'قیمت‌ها یا هزینهٔ ارسال', pl: 'Ceny lub koszt dostawy' },
          },
          {
            id: 'information',
            text: { en: 'Missing information', fa: 'اطلاعات ناکافی', pl: 'Brak informacji o produkcie' },
          },
          { id: 'payment', text: { en: 'Paying', fa: 'پرداخت', pl: 'Płatność' } },
          {
            id: 'site',
            text: {
              en: 'The site was slow or failed',
              fa: 'سایت کند بود یا خطا داد',
              pl: 'Strona działała wolno lub z błędami',
            },
          },
        ],
        next: [{ go: 'comment' }],
      },
      {
        id: 'well',
        type: 'single',
        other: true,
        text: {
          en: 'What did we do well?',
          fa: 'چه چیزی را خوب انجام دادیم؟',
          pl: 'Co zrobiliśmy dobrze?',
        },
        options: [
          { id: 'choice', text: { en: 'The range of products', fa: 'تنوع محصولات', pl: 'Wybór produktów' } },
          { id: 'price', text: { en: 'Fair prices', fa: 'قیمت‌های منصفانه', pl: 'Uczciwe ceny' } },
          {
            id: 'information',
            text: { en: 'Clear information', fa: 'اطلاعات روشن', pl: 'Jasne informacje' },
          },
          {
            id: 'quick',
            text: { en: 'Quick and easy ordering', fa: 'سفارش سریع و آسان', pl: 'Szybkie i łatwe zamawianie' },
          },
        ],
      },
      {
        id: 'comment',
        type: 'text',
        text: {
          en: 'Anything you would like to add?',
          fa: 'نکتهٔ دیگری هست که بخواهید بگویید؟',
          pl: 'Czy chcesz coś dodać?',
        },
      },
    ],
    triggers: { event: 'purchase', delay: 1 },
    period: 30,
    locales: ['en', 'fa', 'pl'],
  },
};
