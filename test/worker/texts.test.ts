import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SurveyTexts } from '../../contract/rules.ts';
import type { SurveyDraftChecked } from '../../contract/surveyDraft.ts';
import { frames } from '../../widget/frame/frames.ts';
import { SURVEY, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
  shop = await product.makeWorkspace();
});
afterAll(() => product.stop());

// What a language tag means is asked of the platform: here of the one that serves.
it('a survey speaks each of its languages in the closest frame, in its own direction', async () => {
  const expected = [
    ['en', 'en', 'ltr'],
    ['zh-HK', 'zh-Hant', 'ltr'],
    ['zh-CN', 'zh-Hans', 'ltr'],
    ['pt-PT', 'pt-PT', 'ltr'],
    ['pt-BR', 'pt', 'ltr'],
    ['nn', 'nb', 'ltr'],
    ['ku-IQ', 'ckb', 'rtl'],
    ['prs', 'fa', 'rtl'],
    ['ug', 'en', 'rtl'],
    ['pa-PK', 'en', 'rtl'],
  ] as const;
  const locales = expected.map(([locale]) => locale);
  const text = Object.fromEntries(locales.map((locale) => [locale, `Asked in ${locale}`]));
  const path = `/surveys/${SURVEY.id}`;
  const draft = (await (await shop.api(`${path}/draft`)).json()) as SurveyDraftChecked;
  const definition = { ...draft.definition, locales, questions: [{ id: 'rating', type: 'csat', text }] };
  const saved = await shop.api(`${path}/draft`, { method: 'PUT', body: JSON.stringify({ ...draft, definition }) });
  expect(saved.status, await saved.text()).toBe(200);
  const published = await shop.api(`${path}/publish`, { method: 'POST' });
  expect(published.status, await published.text()).toBe(200);
  for (const [locale, frame, dir] of expected) {
    const answer = await fetch(`${product.origin}/w/${shop.siteKey}/${SURVEY.id}.2.${locale}.json`);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    const texts = (await answer.json()) as SurveyTexts;
    expect(texts).toMatchObject({ locale, dir, questions: [{ text: `Asked in ${locale}` }] });
    expect(texts.frame.thanks, locale).toBe(frames[frame]?.thanks);
  }
});
