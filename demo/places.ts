import type { LocalizedText } from '../contract/locale.ts';
import type { TouchpointId } from './comments/bank.ts';

/** Where answers come from: how many, of how many asked, and how people feel there. */
export interface Place {
  touchpoint: TouchpointId;
  survey: string;
  responses: number;
  /** Responses of displays. */
  rate: number;
  /** The share of satisfied answers, in good times. */
  satisfied: number;
  /** Of answers, by how surely they are tied. Signed-in pages have more proof than shop windows. */
  trust: { verified: number; claimed: number };
  path: string;
  title: LocalizedText;
}

const SHOP = 'https://caspian-coffee.example';

/** About 3,000 answers of some 25,400 displays in ninety days. The renewal page is new: too few to say anything. */
export const places: readonly Place[] = [
  {
    touchpoint: 'product-page',
    survey: 'help-page',
    responses: 196,
    rate: 0.079,
    satisfied: 0.8,
    trust: { verified: 0.22, claimed: 0.1 },
    path: `${SHOP}/beans/house-blend`,
    title: { en: 'House blend', fa: 'ترکیب خانگی', pl: 'Mieszanka domowa' },
  },
  {
    touchpoint: 'plan-choice',
    survey: 'help-page',
    responses: 158,
    rate: 0.08,
    satisfied: 0.77,
    trust: { verified: 0.25, claimed: 0.14 },
    path: `${SHOP}/plans`,
    title: { en: 'Plans', fa: 'اشتراک‌ها', pl: 'Plany' },
  },
  {
    touchpoint: 'checkout',
    survey: 'after-checkout',
    responses: 804,
    rate: 0.152,
    satisfied: 0.84,
    trust: { verified: 0.6, claimed: 0.2 },
    path: `${SHOP}/checkout/done`,
    title: { en: 'Thank you for your order', fa: 'سپاس از سفارش شما', pl: 'Dziękujemy za zamówienie' },
  },
  {
    touchpoint: 'delivery',
    survey: 'after-delivery',
    responses: 623,
    rate: 0.135,
    satisfied: 0.8,
    trust: { verified: 0.66, claimed: 0.13 },
    path: `${SHOP}/orders/received`,
    title: { en: 'Your delivery', fa: 'تحویل سفارش شما', pl: 'Twoja dostawa' },
  },
  {
    touchpoint: 'first-brew',
    survey: 'after-delivery',
    responses: 342,
    rate: 0.13,
    satisfied: 0.89,
    trust: { verified: 0.64, claimed: 0.12 },
    path: `${SHOP}/start`,
    title: { en: 'Your first cup', fa: 'نخستین فنجان شما', pl: 'Twoja pierwsza filiżanka' },
  },
  {
    touchpoint: 'help',
    survey: 'help-page',
    responses: 331,
    rate: 0.088,
    satisfied: 0.74,
    trust: { verified: 0.5, claimed: 0.12 },
    path: `${SHOP}/demo/help`,
    title: { en: 'Help', fa: 'راهنما', pl: 'Pomoc' },
  },
  {
    touchpoint: 'support-call',
    survey: 'after-delivery',
    responses: 187,
    rate: 0.12,
    satisfied: 0.81,
    trust: { verified: 0.82, claimed: 0.1 },
    path: `${SHOP}/account/calls`,
    title: { en: 'Your call with us', fa: 'تماس شما با ما', pl: 'Twoja rozmowa z nami' },
  },
  {
    touchpoint: 'invoice',
    survey: 'after-delivery',
    responses: 206,
    rate: 0.1,
    satisfied: 0.73,
    trust: { verified: 0.84, claimed: 0.08 },
    path: `${SHOP}/account/invoices`,
    title: { en: 'Invoices', fa: 'فاکتورها', pl: 'Faktury' },
  },
  {
    touchpoint: 'servicing',
    survey: 'after-delivery',
    responses: 148,
    rate: 0.14,
    satisfied: 0.77,
    trust: { verified: 0.8, claimed: 0.12 },
    path: `${SHOP}/account/servicing`,
    title: { en: 'Servicing', fa: 'سرویس دستگاه', pl: 'Serwis' },
  },
  {
    touchpoint: 'renewal',
    survey: 'after-delivery',
    responses: 12,
    rate: 0.1,
    satisfied: 0.67,
    trust: { verified: 0.84, claimed: 0.08 },
    path: `${SHOP}/account/renew`,
    title: { en: 'Renew your plan', fa: 'تمدید اشتراک', pl: 'Przedłuż plan' },
  },
];
