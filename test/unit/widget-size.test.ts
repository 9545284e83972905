import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SiteRules } from '../../contract/rules.ts';
import type { SurveyDefinition } from '../../contract/survey.ts';
import { buildWidget } from '../../scripts/build-widget.ts';
import { textsOf } from '../../worker/collect/textsOf.ts';

const rules: SiteRules = {
  site: 'st_3k9f8h2k1jx7',
  privacy: 'https://shop.example/privacy',
  surveys: [
    {
      id: 'after-checkout',
      version: 1,
      touchpoint: 'checkout',
      locales: ['en', 'fa', 'pl'],
      event: 'checkout_done',
      period: 60,
    },
    { id: 'after-delivery', version: 3, touchpoint: 'delivery', locales: ['en', 'fa', 'pl'], placed: true, period: 60 },
    {
      id: 'help-page',
      version: 2,
      touchpoint: 'help',
      locales: ['en', 'fa', 'pl'],
      url: ['/demo/help*'],
      delay: 4,
      period: 30,
    },
  ],
};

const asked: SurveyDefinition = {
  name: 'After delivery',
  touchpoint: 'delivery',
  questions: [
    {
      id: 'rating',
      type: 'csat',
      text: { en: 'How was the delivery?', fa: 'تحویل سفارش چطور بود؟', pl: 'Jak oceniasz dostawę?' },
    },
    {
      id: 'why',
      type: 'text',
      text: { en: 'What is the main reason?', fa: 'دلیل اصلی چیست؟', pl: 'Jaki jest główny powód?' },
      hint: { en: 'Optional, in your own words', fa: 'اختیاری، به زبان خودتان', pl: 'Opcjonalnie, własnymi słowami' },
    },
  ],
  triggers: {},
  period: 60,
  locales: ['en', 'fa', 'pl'],
};

/** Bytes after brotli at level 11, the default. */
const weigh = (text: string) => brotliCompressSync(text).length;

describe('what a visitor downloads', () => {
  let outDir = '';
  let loader = '';
  let element = '';

  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'widget-size-'));
    const files = await buildWidget({ outDir });
    loader = await readFile(files.loader, 'utf8');
    element = await readFile(files.element, 'utf8');
  }, 60_000);
  afterAll(() => rm(outDir, { recursive: true, force: true }));

  const script = () => `${loader}(${JSON.stringify(rules)});`;

  it('is a loader of at most 3 kB, and its rules at most 0.6 kB more, where nothing is due', () => {
    expect(weigh(loader)).toBeLessThanOrEqual(3_000);
    expect(weigh(script()) - weigh(loader)).toBeLessThanOrEqual(600);
  });

  it.each(asked.locales)('is at most 13 kB for a rating with its comment on screen, in %s', (locale) => {
    const texts = JSON.stringify(textsOf(asked, locale));
    expect(weigh(script()) + weigh(element) + weigh(texts)).toBeLessThanOrEqual(13_000);
  });

  it('is a loader that runs in any page: an expression, nothing imported beforehand', () => {
    expect(() => new Function(`return ${loader};`)).not.toThrow();
    expect(loader).not.toMatch(/import\.meta|\brequire\(/);
  });

  it('carries none of the schemas', () => {
    expect(element + loader).not.toMatch(/safeParse|ZodError/);
  });
});
