import type { SurveyTemplate } from '../../contract/surveyDraft.ts';

/** Asked when an order has arrived: what was expected of it, and what came. */
export const delivery: SurveyTemplate = {
  id: 'delivery',
  name: { en: 'Delivery', fa: 'تحویل سفارش', pl: 'Dostawa' },
  about: {
    en: 'Whether the delivery kept its promise. Due when your page reports that an order has arrived; works well by link.',
    fa: 'آیا تحویل سفارش همان‌طور بود که قول داده بودید. وقتی صفحهٔ شما از رسیدن سفارش خبر بدهد نشان داده می‌شود؛ برای ارسال با پیوند هم مناسب است.',
    pl: 'Czy dostawa dotrzymała obietnicy. Pojawia się, gdy strona zgłosi doręczenie zamówienia; dobrze sprawdza się też jako link.',
  },
  definition: {
    name: 'Delivery',
    touchpoint: null,
    questions: [
      {
        id: 'rating',
        type: 'csat',
        required: true,
        text: {
          en: 'How satisfied are you with the delivery of your order?',
          fa: 'از تحویل سفارشتان چقدر راضی هستید؟',
          pl: 'Jak oceniasz dostawę swojego zamówienia?',
        },
        next: [
          { when: { by: 'score', from: 1, to: 3 }, go: 'wrong' },
          { when: { by: 'score', from: 4, to: 5 }, go: 'well' },
        ],
      },
      {
        id: 'wrong',
        type: 'multiple',
        other: true,
        text: {
          en: 'What went wrong? Choose all that apply.',
          fa: 'چه چیزی درست نبود؟ هر چند مورد که لازم است انتخاب کنید.',
          pl: 'Co się nie udało? Zaznacz wszystko, co pasuje.',
        },
        options: [
          { id: 'late', text: { en: 'It came late', fa: 'دیر رسید', pl: 'Przesyłka dotarła za późno' } },
          {
            id: 'damaged',
            text: { en: 'Something was damaged', fa: 'چیزی آسیب دیده بود', pl: 'Coś było uszkodzone' },
          },
          {
            id: 'incomplete',
            text: {
              en: 'Something was missing or wrong',
              fa: 'چیزی کم یا اشتباه بود',
              pl: 'Czegoś brakowało lub przyszło coś innego',
            },
          },
          {
            id: 'tracking',
            text: {
              en: 'I could not tell where it was',
              fa: 'نمی‌دانستم سفارشم کجاست',
              pl: 'Nie było wiadomo, gdzie jest przesyłka',
            },
          },
          { id: 'courier', text: { en: 'The courier', fa: 'رفتار پیک', pl: 'Zachowanie kuriera' } },
        ],
        next: [{ go: 'comment' }],
      },
      {
        id: 'well',
        type: 'multiple',
        other: true,
        text: {
          en: 'What did we do well? Choose all that apply.',
          fa: 'چه چیزی خوب بود؟ هر چند مورد که لازم است انتخاب کنید.',
          pl: 'Co zrobiliśmy dobrze? Zaznacz wszystko, co pasuje.',
        },
        options: [
          { id: 'quick', text: { en: 'It was quick', fa: 'سریع رسید', pl: 'Szybka dostawa' } },
          {
            id: 'punctual',
            text: { en: 'It came when promised', fa: 'سر وقت رسید', pl: 'Dostawa w zapowiedzianym terminie' },
          },
          { id: 'packed', text: { en: 'It was packed with care', fa: 'بسته‌بندی خوب بود', pl: 'Staranne opakowanie' } },
          {
            id: 'tracking',
            text: {
              en: 'I always knew where it was',
              fa: 'همیشه می‌دانستم سفارشم کجاست',
              pl: 'Zawsze było wiadomo, gdzie jest przesyłka',
            },
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
    triggers: { event: 'order_delivered', delay: 1 },
    period: 14,
    locales: ['en', 'fa', 'pl'],
  },
};
