import type { SurveyTemplate } from '../../contract/surveyDraft.ts';

/** Asked once somebody has cancelled: why, and how it was to leave. Never in the way of leaving. */
export const cancellation: SurveyTemplate = {
  id: 'cancellation',
  name: { en: 'Cancellation', fa: 'لغو اشتراک', pl: 'Rezygnacja' },
  about: {
    en: 'Why somebody leaves, and what might bring them back. Due when your page reports that they have cancelled.',
    fa: 'چرا مشتری می‌رود و چه چیزی می‌تواند او را برگرداند. وقتی صفحهٔ شما از لغو خبر بدهد، نشان داده می‌شود.',
    pl: 'Dlaczego ktoś odchodzi i co mogłoby go przekonać do powrotu. Pojawia się, gdy strona zgłosi rezygnację.',
  },
  definition: {
    name: 'Cancellation',
    touchpoint: null,
    questions: [
      {
        id: 'reason',
        type: 'single',
        required: true,
        other: true,
        shuffle: true,
        text: {
          en: 'What is the main reason you are leaving?',
          fa: 'دلیل اصلی رفتنتان چیست؟',
          pl: 'Jaki jest główny powód twojej rezygnacji?',
        },
        options: [
          { id: 'price', text: { en: 'It costs too much', fa: 'قیمتش زیاد است', pl: 'Za wysoka cena' } },
          {
            id: 'missing',
            text: { en: 'Something I need is missing', fa: 'چیزی که لازم دارم ندارد', pl: 'Brak potrzebnej funkcji' },
          },
          {
            id: 'trouble',
            text: {
              en: 'It did not work as it should',
              fa: 'آن‌طور که باید کار نمی‌کرد',
              pl: 'Nie działało tak, jak powinno',
            },
          },
          {
            id: 'support',
            text: {
              en: 'I did not get the help I needed',
              fa: 'کمکی که لازم داشتم نگرفتم',
              pl: 'Niewystarczająca pomoc',
            },
          },
          {
            id: 'need',
            text: { en: 'I do not need it any more', fa: 'دیگر لازمش ندارم', pl: 'Nie jest mi już potrzebne' },
          },
        ],
        next: [
          { when: { by: 'answer', is: ['missing'] }, go: 'what' },
          { when: { by: 'answer', is: ['trouble', 'support'] }, go: 'wrong' },
          { go: 'rating' },
        ],
      },
      {
        id: 'what',
        type: 'text',
        text: {
          en: 'What did you miss?',
          fa: 'چه چیزی کم بود؟',
          pl: 'Czego zabrakło?',
        },
        next: [{ go: 'rating' }],
      },
      {
        id: 'wrong',
        type: 'text',
        text: {
          en: 'What went wrong?',
          fa: 'چه مشکلی پیش آمد؟',
          pl: 'Co poszło nie tak?',
        },
      },
      {
        id: 'rating',
        type: 'csat',
        text: {
          en: 'Looking back, how satisfied were you with us overall?',
          fa: 'روی‌هم‌رفته، تا امروز چقدر از ما راضی بودید؟',
          pl: 'Jak ogólnie oceniasz czas spędzony z nami?',
        },
        next: [
          { when: { by: 'score', from: 4, to: 5 }, go: 'well' },
          { when: { by: 'score', from: 1, to: 3 }, go: 'back' },
        ],
      },
      {
        id: 'well',
        type: 'text',
        text: {
          en: 'What did we do well?',
          fa: 'چه چیزی را خوب انجام دادیم؟',
          pl: 'Co robiliśmy dobrze?',
        },
      },
      {
        id: 'back',
        type: 'single',
        text: {
          en: 'Would you come back if that changed?',
          fa: 'اگر این موضوع عوض شود، برمی‌گردید؟',
          pl: 'Czy wrócisz, jeśli to się zmieni?',
        },
        options: [
          { id: 'yes', text: { en: 'Yes', fa: 'بله', pl: 'Tak' } },
          { id: 'perhaps', text: { en: 'Perhaps', fa: 'شاید', pl: 'Może' } },
          { id: 'no', text: { en: 'No', fa: 'نه', pl: 'Nie' } },
        ],
      },
    ],
    triggers: { event: 'subscription_cancelled' },
    period: 0,
    locales: ['en', 'fa', 'pl'],
  },
};
