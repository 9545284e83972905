import { PURPOSES_DEFAULT } from '../contract/consent.ts';
import type { Stage } from '../contract/survey.ts';
import type { Settings } from '../contract/workspace.ts';

export const settings: Settings = {
  name: 'Caspian Coffee',
  timeZone: 'Asia/Tehran',
  calendar: 'gregory',
  country: 'IR',
  languages: ['en', 'fa', 'pl'],
  fatigue: { cooldown: 7, cap: { surveys: 3, days: 30 } },
  shownAttributes: [],
  stageEvents: [],
  purposes: PURPOSES_DEFAULT,
};

export const stages: Stage[] = [
  { id: 'discover', name: { en: 'Discover', fa: 'آشنایی', pl: 'Poznanie' } },
  { id: 'buy', name: { en: 'Buy', fa: 'خرید', pl: 'Zakup' } },
  { id: 'use', name: { en: 'Use', fa: 'استفاده', pl: 'Korzystanie' } },
  { id: 'leave', name: { en: 'Leave', fa: 'جدایی', pl: 'Odejście' } },
];
