import { afterEach, expect, test } from 'vitest';
import { en } from '../../admin/messages/en.ts';
import { fa } from '../../admin/messages/fa.ts';
import { en as feedbackEn } from '../../admin/messages/feedback/en.ts';
import { fa as feedbackFa } from '../../admin/messages/feedback/fa.ts';
import { pl as feedbackPl } from '../../admin/messages/feedback/pl.ts';
import { en as importsEn } from '../../admin/messages/imports/en.ts';
import { fa as importsFa } from '../../admin/messages/imports/fa.ts';
import { pl as importsPl } from '../../admin/messages/imports/pl.ts';
import { pl } from '../../admin/messages/pl.ts';
import { en as surveysEn } from '../../admin/messages/surveys/en.ts';
import { fa as surveysFa } from '../../admin/messages/surveys/fa.ts';
import { pl as surveysPl } from '../../admin/messages/surveys/pl.ts';
import { loadArea, loadCatalogue, t } from '../../admin/messages/translate.ts';
import { locale } from '../../admin/models/regional.ts';

const CATALOGUES = {
  en: { ...en, ...surveysEn, ...importsEn, ...feedbackEn },
  fa: { ...fa, ...surveysFa, ...importsFa, ...feedbackFa },
  pl: { ...pl, ...surveysPl, ...importsPl, ...feedbackPl },
};

afterEach(async () => {
  locale.value = 'en';
  await loadCatalogue('en');
});

function blanks(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

function forms(entry: string | object): Record<string, string> {
  return typeof entry === 'string' ? { other: entry } : Object.fromEntries(Object.entries(entry));
}

test.each(['fa', 'pl'] as const)(
  'every text in %s fills the same blanks and keeps the same emphasis as in English',
  (language) => {
    for (const [key, source] of Object.entries(CATALOGUES.en)) {
      const english = forms(source)['other'] ?? '';
      const translated = Object.entries(CATALOGUES[language]).find(([name]) => name === key)?.[1] ?? '';
      for (const [rule, text] of Object.entries(forms(translated))) {
        // "Last day" needs no number where "Last 7 days" does.
        const expected = blanks(english).filter((name) => name !== 'n' || blanks(text).includes('n') || rule !== 'one');
        expect(blanks(text), `${key} (${rule})`).toEqual(expected);
        expect(text.includes('<b>'), `${key} (${rule})`).toBe(english.includes('<b>'));
        expect(text.trim(), `${key} (${rule})`).not.toBe('');
      }
    }
  },
);

test.each(['en', 'fa', 'pl'] as const)('every plural in %s has a form for each of its rules', (language) => {
  const rules = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  for (const [key, entry] of Object.entries(CATALOGUES[language])) {
    if (typeof entry === 'string') continue;
    expect(Object.keys(entry).sort(), key).toEqual([...rules].sort());
  }
});

test('a plural follows the rules of the language and numbers its digits', async () => {
  expect(t('people.count', { n: 1 })).toBe('1 person');
  expect(t('people.count', { n: 1204 })).toBe('1,204 people');
  locale.value = 'pl';
  await loadCatalogue('pl');
  expect([1, 3, 5, 22].map((n) => t('people.count', { n }))).toEqual(['1 osoba', '3 osoby', '5 osób', '22 osoby']);
  locale.value = 'fa';
  await loadCatalogue('fa');
  expect(t('people.count', { n: 1204 })).toBe('۱٬۲۰۴ نفر');
});

test('a name of the other direction is kept together inside a sentence', async () => {
  expect(t('people.added', { name: 'Sara' })).toBe('Sara was added.');
  expect(t('people.added', { name: 'سارا' })).toBe('\u2068سارا\u2069 was added.');
  locale.value = 'fa';
  await loadCatalogue('fa');
  expect(t('source.import', { system: 'hubspot' })).toBe('درون‌ریزی از \u2068hubspot\u2069');
});

test('the texts of an area come with it, and with every language chosen after', async () => {
  expect(t('survey.new')).toBe('survey.new');
  await loadArea('surveys');
  expect(t('survey.new')).toBe('New survey');
  locale.value = 'fa';
  await loadCatalogue('fa');
  expect([t('survey.new'), t('nav.surveys')]).toEqual(['نظرسنجی تازه', 'نظرسنجی‌ها']);
});

test('areas asked for at once all come', async () => {
  await Promise.all([loadArea('imports'), loadArea('feedback'), loadArea('surveys')]);
  expect([t('import.title'), t('feedback.title')]).toEqual([importsEn['import.title'], feedbackEn['feedback.title']]);
});
