import type { SurveyTemplate } from '../../contract/surveyDraft.ts';

/** Asked when somebody has taken their first steps: was it as easy as they expected, and how did it feel. */
export const onboarding: SurveyTemplate = {
  id: 'onboarding',
  name: { en: 'Onboarding', fa: 'شروع کار', pl: 'Pierwsze kroki' },
  about: {
    en: 'What a newcomer expected and what they got. Due when your page reports that setting up is done.',
    fa: 'کاربر تازه چه انتظاری داشت و چه دید. وقتی صفحهٔ شما از پایان راه‌اندازی خبر بدهد، نشان داده می‌شود.',
    pl: 'Czego oczekiwała nowa osoba, a co zastała. Pojawia się, gdy strona zgłosi koniec konfiguracji.',
  },
  definition: {
    name: 'Onboarding',
    touchpoint: null,
    questions: [
      {
        id: 'start',
        type: 'gap',
        required: true,
        text: {
          en: 'How easy did you expect getting started to be, and how easy was it?',
          fa: 'فکر می‌کردید شروع کار چقدر آسان باشد و در عمل چقدر آسان بود؟',
          pl: 'Jak łatwe miały być pierwsze kroki, a jak łatwe były naprawdę?',
        },
        low: { en: 'Very hard', fa: 'خیلی سخت', pl: 'Bardzo trudne' },
        high: { en: 'Very easy', fa: 'خیلی آسان', pl: 'Bardzo łatwe' },
        next: [
          { when: { by: 'score', from: -4, to: -1 }, go: 'wrong' },
          { when: { by: 'score', from: 0, to: 4 }, go: 'well' },
        ],
      },
      {
        id: 'wrong',
        type: 'single',
        other: true,
        text: {
          en: 'What made it harder than you expected?',
          fa: 'چه چیزی کار را سخت‌تر از انتظارتان کرد؟',
          pl: 'Co okazało się trudniejsze niż powinno?',
        },
        options: [
          { id: 'account', text: { en: 'Creating the account', fa: 'ساختن حساب', pl: 'Zakładanie konta' } },
          {
            id: 'next-step',
            text: { en: 'Knowing what to do next', fa: 'فهمیدن قدم بعدی', pl: 'Brak wskazówek, co dalej' },
          },
          {
            id: 'words',
            text: { en: 'Words I did not understand', fa: 'اصطلاح‌های نامفهوم', pl: 'Niezrozumiałe określenia' },
          },
          { id: 'error', text: { en: 'Something did not work', fa: 'چیزی درست کار نمی‌کرد', pl: 'Coś nie działało' } },
        ],
        next: [{ go: 'feeling' }],
      },
      {
        id: 'well',
        type: 'single',
        other: true,
        text: {
          en: 'What helped you most?',
          fa: 'چه چیزی بیشتر از همه کمکتان کرد؟',
          pl: 'Co pomogło najbardziej?',
        },
        options: [
          {
            id: 'guide',
            text: { en: 'The step-by-step guide', fa: 'راهنمای قدم‌به‌قدم', pl: 'Przewodnik krok po kroku' },
          },
          { id: 'examples', text: { en: 'Examples to start from', fa: 'نمونه‌های آماده', pl: 'Gotowe przykłady' } },
          {
            id: 'plain',
            text: { en: 'It explained itself', fa: 'همه چیز روشن بود', pl: 'Wszystko było jasne od początku' },
          },
          { id: 'people', text: { en: 'Help from your team', fa: 'کمک همکاران شما', pl: 'Pomoc waszego zespołu' } },
        ],
      },
      {
        id: 'feeling',
        type: 'emotion',
        text: {
          en: 'How do you feel now that you have started?',
          fa: 'حالا که شروع کرده‌اید چه حسی دارید؟',
          pl: 'Jakie uczucie towarzyszy ci po pierwszych krokach?',
        },
      },
      {
        id: 'comment',
        type: 'text',
        text: {
          en: 'What would have made your start better?',
          fa: 'چه چیزی می‌توانست شروع کار را برایتان بهتر کند؟',
          pl: 'Co ułatwiłoby ci początki?',
        },
      },
    ],
    triggers: { event: 'onboarding_done', delay: 2 },
    period: 90,
    locales: ['en', 'fa', 'pl'],
  },
};
