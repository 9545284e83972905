import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audience, SurveyDefinition } from '../../contract/survey.ts';
import { SURVEY } from '../support/product.ts';
import { fateOf } from './fateOf.ts';
import { type Host, startHost, type Visitor } from './widgetHost.ts';

let host: Host;

const for_ = (id: string, audience: Audience, schedule?: SurveyDefinition['schedule']) => ({
  ...SURVEY,
  id,
  triggers: { event: id },
  audience,
  ...(schedule && { schedule }),
});
const DAY = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString();

const SURVEYS = [
  for_('phones', { devices: ['phone', 'tablet'] }),
  for_('polish', { languages: ['pl'] }),
  for_('swiss', { languages: ['de-CH'] }),
  for_('searchers', { referrers: ['search.example'] }),
  for_('mailed', {
    utm: [
      { name: 'source', is: ['mail', 'sms'] },
      { name: 'campaign', is: ['spring'] },
    ],
  }),
  for_('newcomers', { visitors: 'new' }),
  for_('regulars', { visitors: 'returning' }),
  // Asked again as often as its moment comes: only its share decides.
  { ...for_('half', { sample: 0.5 }), period: 0 },
  for_('over', {}, { until: day(-1) }),
  for_('to-come', {}, { from: day(1) }),
  for_('now', {}, { from: day(-1), until: day(1) }),
];

beforeAll(async () => {
  host = await startHost(SURVEYS);
});
afterAll(() => host.close());

const comes = async (page: Page, survey: string) => (await fateOf(page, survey)) === 'shown';

async function visit<T>(options: BrowserContextOptions, work: (visitor: Visitor) => Promise<T>): Promise<T> {
  const visitor = await host.visit(options);
  try {
    return await work(visitor);
  } finally {
    await visitor.context.close();
  }
}

const PHONE = {
  hasTouch: true,
  isMobile: true,
  viewport: { width: 390, height: 700 },
  screen: { width: 390, height: 844 },
};

describe('a survey for some', () => {
  it.each<[string, BrowserContextOptions, string, boolean]>([
    ['phones', PHONE, '/', true],
    ['phones', {}, '/', false],
    ['polish', { locale: 'pl-PL' }, '/', true],
    ['polish', { locale: 'en-GB' }, '/?lang=pl', false],
    ['swiss', { locale: 'de-CH' }, '/', true],
    ['swiss', { locale: 'de-DE' }, '/', false],
    ['mailed', {}, '/?utm_source=sms&utm_campaign=spring', true],
    ['mailed', {}, '/?utm_source=mail&utm_campaign=autumn', false],
    ['mailed', {}, '/', false],
    ['over', {}, '/', false],
    ['to-come', {}, '/', false],
    ['now', {}, '/', true],
  ])('is for %s: %j at %s: %s', async (survey, options, path, isDue) => {
    await visit(options, async (visitor) => {
      const page = await visitor.open(path);
      expect(await comes(page, survey)).toBe(isDue);
      expect(visitor.requests.some((one) => one.includes('/survey.'))).toBe(isDue);
    });
  });

  it('still knows where an app was entered after it has moved on', async () => {
    await visit({}, async (visitor) => {
      const page = await visitor.open('/?utm_source=mail&utm_campaign=spring');
      await page.evaluate(() => history.pushState(null, '', '/deeper'));
      expect(await comes(page, 'mailed')).toBe(true);
    });
  });

  it.each([
    ['https://search.example/', true],
    ['https://www.search.example/', true],
    ['https://notsearch.example/', false],
    ['', false],
  ])('who came from %j is due: %s', async (from, isDue) => {
    await visit({}, async (visitor) => {
      const page = await visitor.context.newPage();
      await page.goto(`${host.origin}/`, from ? { referer: from } : {});
      expect(await comes(page, 'searchers')).toBe(isDue);
    });
  });

  it('is for the new until an earlier visit is known, and then for those who return', async () => {
    await visit({}, async (visitor) => {
      const page = await visitor.open('/');
      expect(await comes(page, 'regulars')).toBe(false);
      expect(await comes(page, 'newcomers')).toBe(true);
      await page.getByRole('button', { name: 'Close' }).click();
      await page.evaluate((key) => {
        localStorage.setItem(key, JSON.stringify({ at: Date.now() - 40 * 86_400_000, outcome: 'dismissed' }));
      }, `touchstone:${host.workspace.siteKey}:seen:newcomers`);
      expect(await comes(page, 'newcomers')).toBe(false);
      expect(await comes(page, 'regulars')).toBe(true);
    });
  });
});

describe('a survey for a share of visitors', () => {
  it('is for about that share, and for the same visitor always or never', async () => {
    let shown = 0;
    await visit({}, async (visitor) => {
      const page = await visitor.open('/');
      const key = `touchstone:${host.workspace.siteKey}:visitor`;
      for (let number = 0; number < 12; number++) {
        await page.evaluate(
          ([name, value]) => localStorage.setItem(name ?? '', value ?? ''),
          [key, `visitor-${number}`],
        );
        const outcomes: boolean[] = [];
        for (let again = 0; again < 2; again++) {
          await page.reload();
          outcomes.push(await comes(page, 'half'));
        }
        expect(outcomes[1]).toBe(outcomes[0]);
        if (outcomes[0]) shown++;
      }
    });
    expect(shown).toBeGreaterThan(2);
    expect(shown).toBeLessThan(10);
  });

  it('is not thrown for again on the same page', async () => {
    await visit({}, async (visitor) => {
      const page = await visitor.open('/');
      const first = await comes(page, 'half');
      for (let again = 0; again < 5; again++) expect(await comes(page, 'half')).toBe(first);
    });
  });

  it('follows a known person to another browser', async () => {
    for (const sub of ['p-1', 'p-2', 'p-3', 'p-4']) {
      host.tokens = [await host.workspace.token({ sub })];
      const outcomes: string[] = [];
      for (let browser = 0; browser < 2; browser++)
        await visit({}, async (visitor) => {
          outcomes.push(await fateOf(await visitor.open('/?token'), 'half'));
        });
      expect(outcomes[1]).toBe(outcomes[0]);
    }
  });
});
