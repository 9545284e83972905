import { parseDate, startOfWeek } from '@internationalized/date';
import { afterEach, expect, test } from 'vitest';
import { formatAgo } from '../../admin/format/ago.ts';
import {
  formatDate,
  formatDateTime,
  formatDays,
  formatMonth,
  formatMonthHead,
  sameDay,
} from '../../admin/format/date.ts';
import { addDays, dayOf, daysBetween } from '../../admin/format/day.ts';
import { initials } from '../../admin/format/initials.ts';
import { languageName } from '../../admin/format/language.ts';
import { formatPercent, formatPercentRange, percentDigits } from '../../admin/format/percent.ts';
import { sourceName } from '../../admin/format/source.ts';
import { stageText } from '../../admin/format/stage.ts';
import { loadArea, loadCatalogue } from '../../admin/messages/translate.ts';
import { locale, regional, workspaceSettings } from '../../admin/models/regional.ts';
import { PURPOSES_DEFAULT } from '../../contract/consent.ts';
import type { Locale } from '../../contract/locale.ts';

async function speak(language: Locale, calendar: 'gregory' | 'persian' = 'gregory', country = 'IR') {
  locale.value = language;
  workspaceSettings.value = {
    name: 'W',
    timeZone: 'Asia/Tehran',
    calendar,
    country,
    languages: ['en', 'fa', 'pl'],
    fatigue: { cooldown: 7, cap: null },
    shownAttributes: [],
    stageEvents: [],
    purposes: PURPOSES_DEFAULT,
  };
  await loadCatalogue(language);
}

afterEach(() => speak('en'));

test('a range of percentages is written as each language writes it', async () => {
  await speak('en');
  expect(formatPercentRange(0.7166, 0.7629)).toBe('72–76%');
  expect(formatPercentRange(0.1141, 0.1219, percentDigits(0.1141, 0.1219))).toBe('11.4–12.2%');
  await speak('fa');
  expect(formatPercentRange(0.7166, 0.7629)).toBe('۷۲ تا ۷۶٪');
  await speak('pl');
  expect(formatPercent(0.118, 1)).toBe('11,8%');
});

test('dates are Jalali in Persian and wherever the workspace says so, in its time zone', async () => {
  const late = '2026-11-23T21:02:00.000Z';
  await speak('en');
  expect(formatDateTime(late)).toBe('Nov 24, 2026, 00:32');
  await speak('fa');
  expect(formatDateTime(late)).toBe('۳ آذر ۱۴۰۵، ۰۰:۳۲');
  await speak('en', 'persian');
  expect(formatDateTime(late)).toBe('Azar 3, 1405, 00:32');
  expect(formatMonth(late)).toBe('Azar 1405');
});

test('a date of this year leaves the year out, and of this Jalali year too', async () => {
  await speak('en');
  const now = new Date('2026-11-23T10:00:00Z');
  expect(formatDate('2026-01-02T10:00:00Z', now)).toBe('Jan 2');
  expect(formatDate('2025-12-31T10:00:00Z', now)).toBe('Dec 31, 2025');
  await speak('fa');
  expect(formatDate('2026-02-02T10:00:00Z', now)).toBe('۱۳ بهمن ۱۴۰۴');
});

test('a month comes before its year, in Persian too', async () => {
  const now = new Date('2026-11-23T10:00:00Z');
  await speak('en');
  expect(formatMonthHead('2025-04-02T10:00:00Z', now)).toBe('April 2025');
  expect(formatMonthHead('2026-04-02T10:00:00Z', now)).toBe('April');
  await speak('fa');
  expect(formatMonthHead('2025-04-02T10:00:00Z', now)).toBe('فروردین ۱۴۰۴');
  expect(formatMonthHead('2026-04-02T10:00:00Z', now)).toBe('فروردین');
  expect(formatMonth('2025-04-02T10:00:00Z')).toBe('فروردین ۱۴۰۴');
});

test('a period of days is written with both ends, and with the year where it is not this one', async () => {
  const now = new Date('2026-11-23T10:00:00Z');
  await speak('en');
  expect(formatDays('2026-08-26', '2026-11-23', now)).toBe('Aug 26 – Nov 23');
  expect(formatDays('2025-11-24', '2026-11-23', now)).toBe('Nov 24, 2025 – Nov 23');
  expect(formatDays('2025-01-01', '2025-01-31', now)).toBe('Jan 1 – Jan 31, 2025');
  expect(formatDays('2024-12-30', '2025-01-31', now)).toBe('Dec 30, 2024 – Jan 31, 2025');
  expect(formatDays('2026-11-22', '2026-11-22', now)).toBe('Nov 22');
  await speak('fa');
  expect(formatDays('2026-08-26', '2026-11-23', now)).toBe('۴ شهریور تا ۲ آذر');
  expect(formatDays('2026-02-26', '2026-11-23', now)).toBe('۷ اسفند ۱۴۰۴ تا ۲ آذر');
});

test('weeks begin with the day of the calendar and the country, not with that of the language', async () => {
  await speak('en');
  expect(startOfWeek(parseDate('2026-11-26'), regional.value.weeks).toString()).toBe('2026-11-21');
  await speak('pl', 'gregory', 'PL');
  expect(startOfWeek(parseDate('2026-11-26'), regional.value.weeks).toString()).toBe('2026-11-23');
  await speak('pl', 'persian', 'PL');
  expect(startOfWeek(parseDate('2026-11-26'), regional.value.weeks).toString()).toBe('2026-11-21');
});

test('days are those of the workspace, and counted with both ends', () => {
  expect(dayOf(new Date('2026-11-23T21:02:00Z'), 'Asia/Tehran')).toBe('2026-11-24');
  expect(dayOf(new Date('2026-11-23T21:02:00Z'), 'America/New_York')).toBe('2026-11-23');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  expect(daysBetween('2026-08-26', '2026-11-23')).toBe(90);
  expect(sameDay('2026-11-23T21:02:00Z', '2026-11-23T19:00:00Z')).toBe(false);
});

test('what has just happened is told in minutes and hours, then by its date', async () => {
  await speak('en');
  const now = Date.parse('2026-11-23T12:00:00Z');
  expect(formatAgo('2026-11-23T11:59:40Z', now)).toBe('now');
  expect(formatAgo('2026-11-23T11:22:00Z', now)).toBe('38 min');
  expect(formatAgo('2026-11-23T05:00:00Z', now)).toBe('7 h');
  expect(formatAgo('2026-11-20T05:00:00Z', now)).toBe('Nov 20');
});

test('a name is two letters in Latin and one in Arabic script, where two would join', () => {
  expect(initials('Sara Mousavinejad')).toBe('SM');
  expect(initials('Łukasz Jan Wiśniewski')).toBe('ŁW');
  expect(initials('سارا موسوی‌نژاد')).toBe('س');
  expect(initials('  ')).toBe('');
});

test('a language is named in its own words, and an odd tag as it is', () => {
  expect(languageName('fa')).toBe('فارسی');
  expect(languageName('pl')).toBe('Polski');
  expect(languageName('not a tag')).toBe('not a tag');
});

test('where a fact came from is said in words, unknown sources as they are', async () => {
  await speak('en');
  expect(sourceName('import:hubspot')).toBe('imported from HubSpot');
  expect(sourceName('import:billing')).toBe('imported from billing');
  expect(sourceName('token')).toBe('signed by the page');
  expect(sourceName('elsewhere')).toBe('elsewhere');
});

test('a stage that every system has is in the reader’s language, and one of their own as they wrote it', async () => {
  await loadArea('segments');
  await speak('fa');
  await loadArea('segments');
  expect(['customer', 'Lead', 'salesqualifiedlead', 'Sales Qualified Lead', 'طلایی'].map(stageText)).toEqual([
    'مشتری',
    'سرنخ',
    'سرنخ فروش',
    'سرنخ فروش',
    'طلایی',
  ]);
  await speak('pl');
  await loadArea('segments');
  expect(['opportunity', 'constructor'].map(stageText)).toEqual(['Szansa sprzedaży', 'constructor']);
});
