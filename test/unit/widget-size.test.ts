import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SiteRules, SurveyTexts } from '../../contract/rules.ts';
import { buildWidget } from '../../scripts/build-widget.ts';
import { en } from '../../widget/frame/en.ts';
import { fa } from '../../widget/frame/fa.ts';
import { pl } from '../../widget/frame/pl.ts';

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

const texts: SurveyTexts[] = [
  {
    locale: 'en',
    dir: 'ltr',
    questions: [
      { id: 'rating', type: 'csat', text: 'How was the delivery?' },
      { id: 'why', type: 'text', text: 'What is the main reason?', hint: 'Optional, in your own words' },
    ],
    frame: en,
  },
  {
    locale: 'fa',
    dir: 'rtl',
    questions: [
      { id: 'rating', type: 'csat', text: 'تحویل سفارش چطور بود؟' },
      { id: 'why', type: 'text', text: 'دلیل اصلی چیست؟', hint: 'اختیاری، به زبان خودتان' },
    ],
    frame: fa,
  },
  {
    locale: 'pl',
    dir: 'ltr',
    questions: [
      { id: 'rating', type: 'csat', text: 'Jak oceniasz dostawę?' },
      { id: 'why', type: 'text', text: 'Jaki jest główny powód?', hint: 'Opcjonalnie, własnymi słowami' },
    ],
    frame: pl,
  },
];

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

  it.each(texts)('is at most 13 kB for a rating with its comment on screen, in $locale', (text) => {
    expect(weigh(script()) + weigh(element) + weigh(JSON.stringify(text))).toBeLessThanOrEqual(13_000);
  });

  it('is a loader that runs in any page: an expression, nothing imported beforehand', () => {
    expect(() => new Function(`return ${loader};`)).not.toThrow();
    expect(loader).not.toMatch(/import\.meta|\brequire\(/);
  });

  it('carries none of the schemas', () => {
    expect(element + loader).not.toMatch(/safeParse|ZodError/);
  });
});
