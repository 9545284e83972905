import type { Question, SurveyDefinition } from '../../contract/survey.ts';

const all = (en: string, fa: string, pl: string) => ({ en, fa, pl });

/** A question of every type. */
const QUESTIONS: Question[] = [
  {
    id: 'rating',
    type: 'csat',
    required: true,
    text: all('How was the delivery?', 'تحویل سفارش چطور بود؟', 'Jak oceniasz dostawę?'),
    next: [{ when: { by: 'score', from: 1, to: 3 }, go: 'wrong' }, { go: 'stars' }],
  },
  {
    id: 'wrong',
    type: 'multiple',
    other: true,
    min: 1,
    max: 2,
    text: all('What went wrong?', 'چه چیزی درست نبود؟', 'Co się nie udało?'),
    options: [
      { id: 'late', text: all('It came late', 'دیر رسید', 'Za późno') },
      { id: 'damaged', text: all('Something was damaged', 'چیزی آسیب دیده بود', 'Coś było uszkodzone') },
      { id: 'rude', text: all('The courier', 'رفتار پیک', 'Kurier') },
    ],
  },
  { id: 'stars', type: 'csat', style: 'stars', text: all('And the packing?', 'بسته‌بندی چطور؟', 'A opakowanie?') },
  { id: 'why', type: 'text', text: all('What is the reason?', 'دلیلش چیست؟', 'Dlaczego?') },
  {
    id: 'recommend',
    type: 'nps',
    text: all('Would you recommend us?', 'ما را پیشنهاد می‌کنید؟', 'Czy nas polecisz?'),
    next: [{ go: 'ease' }],
  },
  {
    id: 'ease',
    type: 'ces',
    text: all('How easy was it?', 'چقدر آسان بود؟', 'Jak łatwo było?'),
    next: [{ go: 'thumb' }],
  },
  { id: 'thumb', type: 'thumbs', text: all('Would you buy again?', 'باز هم می‌خرید؟', 'Kupisz ponownie?') },
  { id: 'numbers', type: 'csat', style: 'numbers', text: all('And the price?', 'قیمت چطور؟', 'A cena?') },
  { id: 'feeling', type: 'emotion', text: all('How do you feel?', 'چه حسی دارید؟', 'Jak się czujesz?') },
  { id: 'gap', type: 'gap', text: all('And the coffee?', 'و قهوه؟', 'A kawa?') },
  {
    id: 'one',
    type: 'single',
    other: true,
    shuffle: true,
    text: all('Which blend?', 'کدام ترکیب؟', 'Która mieszanka?'),
    options: ['Caspian', 'Alborz', 'Hyrcania'].map((name) => ({ id: name.toLowerCase(), text: all(name, name, name) })),
  },
  {
    id: 'note',
    type: 'message',
    text: all('You chose {{answer:one}}.', 'شما {{answer:one}} را برگزیدید.', 'Wybór: {{answer:one}}.'),
  },
  {
    id: 'name',
    type: 'short',
    text: all('How shall we call you?', 'شما را چه صدا کنیم؟', 'Jak się do ciebie zwracać?'),
  },
  {
    id: 'mail',
    type: 'email',
    text: all('Where can we reach you?', 'کجا پیدایتان کنیم؟', 'Gdzie możemy napisać?'),
    consent: all('You may write to me about this.', 'می‌توانید در این باره به من بنویسید.', 'Możecie do mnie napisać.'),
  },
  {
    id: 'tel',
    type: 'phone',
    text: all('Or call you?', 'یا زنگ بزنیم؟', 'Albo zadzwonić?'),
    consent: all('You may call me about this.', 'می‌توانید به من زنگ بزنید.', 'Możecie do mnie zadzwonić.'),
  },
  {
    id: 'quote',
    type: 'consent',
    text: all('You may quote me by name.', 'می‌توانید از من نقل کنید.', 'Możecie mnie cytować.'),
  },
];

/** A survey with every type of question, in three languages, some of them pages further on one way only. */
export const BIG_SURVEY: { id: string } & SurveyDefinition = {
  id: 'everything',
  name: 'Everything',
  touchpoint: 'delivery',
  questions: QUESTIONS,
  triggers: { placed: true },
  look: { progress: true },
  period: 0,
  locales: ['en', 'fa', 'pl'],
};
