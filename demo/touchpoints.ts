import type { Touchpoint } from '../contract/survey.ts';
import type { TouchpointId } from './comments/bank.ts';

const MARKETING = { person: 'Ada Park', department: 'Marketing' };
const SALES = { person: 'Tomasz Lis', department: 'Sales' };
const LOGISTICS = { person: 'Omid Farahani', department: 'Logistics' };
const SERVICE = { person: 'Nazanin Kaveh', department: 'Customer service' };
const FINANCE = { person: 'Lena Brandt', department: 'Finance' };

/** Along the journey. Nobody owns the help pages yet, as is common. */
export const touchpoints: (Touchpoint & { id: TouchpointId })[] = [
  {
    id: 'product-page',
    stage: 'discover',
    name: { en: 'Product page', fa: 'صفحهٔ محصول', pl: 'Strona produktu' },
    promise: {
      en: 'I can tell what it tastes like and what it costs.',
      fa: 'می‌فهمم چه طعمی دارد و چقدر می‌شود.',
      pl: 'Wiem, jak smakuje i ile kosztuje.',
    },
    target: 0.75,
    moment: 'zero',
    owner: MARKETING,
  },
  {
    id: 'plan-choice',
    stage: 'discover',
    name: { en: 'Choosing a plan', fa: 'انتخاب اشتراک', pl: 'Wybór planu' },
    promise: {
      en: 'I find the plan that fits within three minutes.',
      fa: 'در سه دقیقه اشتراک مناسب خودم را پیدا می‌کنم.',
      pl: 'W trzy minuty znajduję plan dla siebie.',
    },
    target: 0.75,
    moment: null,
    owner: SALES,
  },
  {
    id: 'checkout',
    stage: 'buy',
    name: { en: 'Checkout', fa: 'پرداخت', pl: 'Zakup i płatność' },
    promise: {
      en: 'Paid in a minute, with nothing added at the end.',
      fa: 'یک‌دقیقه‌ای می‌پردازم و آخرش چیزی اضافه نمی‌شود.',
      pl: 'Płacę w minutę, bez dopłat na końcu.',
    },
    target: 0.85,
    moment: 'first',
    owner: SALES,
  },
  {
    id: 'delivery',
    stage: 'use',
    name: { en: 'Delivery', fa: 'تحویل', pl: 'Dostawa' },
    promise: {
      en: 'It arrives on the day we named, whole and fresh.',
      fa: 'همان روزی که گفته‌ایم سالم و تازه می‌رسد.',
      pl: 'Przychodzi w umówionym dniu, w całości i świeża.',
    },
    target: 0.8,
    moment: 'second',
    owner: LOGISTICS,
  },
  {
    id: 'first-brew',
    stage: 'use',
    name: { en: 'First brew', fa: 'نخستین فنجان', pl: 'Pierwsze parzenie' },
    promise: {
      en: 'A good cup within ten minutes of opening the box.',
      fa: 'ده دقیقه پس از باز کردن جعبه یک فنجان خوب.',
      pl: 'Dobra kawa w dziesięć minut od otwarcia pudełka.',
    },
    target: 0.85,
    moment: 'second',
    owner: SERVICE,
  },
  {
    id: 'help',
    stage: 'use',
    name: { en: 'Help pages', fa: 'صفحه‌های راهنما', pl: 'Strony pomocy' },
    promise: {
      en: 'I find the answer myself, in my own words.',
      fa: 'پاسخ را خودم و با کلمه‌های خودم پیدا می‌کنم.',
      pl: 'Odpowiedź znajduję samodzielnie, pytając po swojemu.',
    },
    target: 0.75,
    moment: null,
    owner: null,
  },
  {
    id: 'support-call',
    stage: 'use',
    name: { en: 'Support call', fa: 'تماس با پشتیبانی', pl: 'Rozmowa z obsługą' },
    promise: {
      en: 'One call, one person, solved.',
      fa: 'یک تماس، یک نفر، مشکل حل می‌شود.',
      pl: 'Jedna rozmowa, jedna osoba, po sprawie.',
    },
    target: 0.8,
    moment: null,
    owner: SERVICE,
  },
  {
    id: 'invoice',
    stage: 'use',
    name: { en: 'Invoice', fa: 'فاکتور', pl: 'Faktura' },
    promise: {
      en: 'Right the first time, and easy to file.',
      fa: 'از همان اول درست است و بایگانی‌اش آسان.',
      pl: 'Poprawna od razu i łatwa do zaksięgowania.',
    },
    target: 0.75,
    moment: null,
    owner: FINANCE,
  },
  {
    id: 'servicing',
    stage: 'use',
    name: { en: 'Servicing', fa: 'سرویس دستگاه', pl: 'Serwis ekspresu' },
    promise: {
      en: 'The machine runs again the same day.',
      fa: 'دستگاه همان روز دوباره کار می‌کند.',
      pl: 'Ekspres działa znów tego samego dnia.',
    },
    target: 0.8,
    moment: null,
    owner: LOGISTICS,
  },
  {
    id: 'renewal',
    stage: 'leave',
    name: { en: 'Renewal', fa: 'تمدید اشتراک', pl: 'Przedłużenie' },
    promise: {
      en: 'Staying and leaving are equally easy.',
      fa: 'ماندن و رفتن به یک اندازه آسان است.',
      pl: 'Zostać jest tak samo łatwo, jak odejść.',
    },
    target: 0.7,
    moment: 'ultimate',
    owner: SALES,
  },
];
