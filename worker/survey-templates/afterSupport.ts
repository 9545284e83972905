import type { SurveyTemplate } from '../../contract/surveyDraft.ts';

/** Asked once a request to support is closed: was it solved, and how much work was it. */
export const afterSupport: SurveyTemplate = {
  id: 'after-support',
  name: { en: 'After support', fa: 'پس از پشتیبانی', pl: 'Po kontakcie z obsługą' },
  about: {
    en: 'How easy it was to get help, and whether it helped. Due when your page reports that a request is closed.',
    fa: 'کمک گرفتن چقدر آسان بود و آیا مشکل حل شد. وقتی صفحهٔ شما از بسته شدن درخواست خبر بدهد، نشان داده می‌شود.',
    pl: 'Jak łatwo było uzyskać pomoc i czy pomogła. Pojawia się, gdy strona zgłosi zamknięcie sprawy.',
  },
  definition: {
    name: 'After support',
    touchpoint: null,
    questions: [
      {
        id: 'effort',
        type: 'ces',
        required: true,
        text: {
          en: 'How easy was it to get the help you needed?',
          fa: 'گرفتن کمکی که لازم داشتید چقدر آسان بود؟',
          pl: 'Jak łatwo było uzyskać potrzebną pomoc?',
        },
      },
      {
        id: 'solved',
        type: 'single',
        text: {
          en: 'Is your request settled now?',
          fa: 'آیا مشکلتان حل شد؟',
          pl: 'Czy sprawa jest załatwiona?',
        },
        options: [
          { id: 'yes', text: { en: 'Yes', fa: 'بله', pl: 'Tak' } },
          { id: 'partly', text: { en: 'Partly', fa: 'تا حدی', pl: 'Częściowo' } },
          { id: 'no', text: { en: 'No', fa: 'نه', pl: 'Nie' } },
        ],
        next: [
          { when: { by: 'answer', is: ['partly', 'no'] }, go: 'wrong' },
          { when: { by: 'score', question: 'effort', from: 1, to: 4 }, go: 'wrong' },
          { go: 'well' },
        ],
      },
      {
        id: 'wrong',
        type: 'single',
        other: true,
        text: {
          en: 'What should have gone better?',
          fa: 'چه چیزی باید بهتر پیش می‌رفت؟',
          pl: 'Co powinno było pójść lepiej?',
        },
        options: [
          { id: 'waiting', text: { en: 'I waited too long', fa: 'خیلی منتظر ماندم', pl: 'Czas oczekiwania' } },
          {
            id: 'repeating',
            text: {
              en: 'I had to explain it more than once',
              fa: 'مجبور شدم چند بار توضیح بدهم',
              pl: 'Trzeba było wyjaśniać sprawę kilka razy',
            },
          },
          {
            id: 'understanding',
            text: { en: 'I was not understood', fa: 'منظورم را متوجه نشدند', pl: 'Brak zrozumienia sprawy' },
          },
          {
            id: 'answer',
            text: { en: 'The answer did not help', fa: 'جواب به کارم نیامد', pl: 'Odpowiedź nie pomogła' },
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
          { id: 'quick', text: { en: 'A quick answer', fa: 'جواب سریع', pl: 'Szybka odpowiedź' } },
          { id: 'clear', text: { en: 'A clear explanation', fa: 'توضیح روشن', pl: 'Jasne wyjaśnienie' } },
          { id: 'kind', text: { en: 'A friendly manner', fa: 'برخورد صمیمانه', pl: 'Życzliwe podejście' } },
          {
            id: 'complete',
            text: {
              en: 'It was settled at once',
              fa: 'مشکل همان بار اول حل شد',
              pl: 'Sprawa załatwiona za pierwszym razem',
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
    triggers: { event: 'support_closed', delay: 1 },
    period: 14,
    locales: ['en', 'fa', 'pl'],
  },
};
