import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SurveyDefinition } from '../../contract/survey.ts';
import type { SurveyDraftChecked, SurveyEstimate } from '../../contract/surveyDraft.ts';
import { SURVEY, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId } from '../support/response.ts';

const DAY = 86_400_000;
const NOW = Date.now();

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());
beforeEach(async () => {
  shop = await product.makeWorkspace();
});

/** Shows a survey so many days ago, on the object itself, which takes the time along. */
async function show(
  daysAgo: number,
  visitor: string,
  more: { outcome?: 'shown' | 'dismissed'; sub?: string; survey?: string } = {},
): Promise<void> {
  const now = NOW - daysAgo * DAY;
  const { outcome = 'shown', sub, survey = SURVEY.id } = more;
  const told = await shop.object.recordDisplay({
    site: { key: shop.siteKey, idSystem: 'shop', authoritative: false, dailyQuota: 1_000 },
    body: { id: newId(now), survey, version: 1, visitor, outcome },
    identity: sub
      ? {
          kind: 'token',
          kid: 'k',
          system: 'shop',
          sub,
          email: null,
          emailVerified: true,
          phone: null,
          name: sub,
          traits: { plan: sub },
          issuedAt: now,
          expiresAt: now + 60_000,
          late: false,
        }
      : null,
    now,
  });
  expect(told).toEqual({ ok: true });
}

async function estimate(change: Partial<SurveyDefinition> = {}, id = SURVEY.id): Promise<SurveyEstimate> {
  const draft = (await (await shop.api(`/surveys/${id}/draft`)).json()) as SurveyDraftChecked;
  const definition = { ...draft.definition, ...change };
  const saved = await shop.api(`/surveys/${id}/draft`, {
    method: 'PUT',
    body: JSON.stringify({ ...draft, definition }),
  });
  expect(saved.status).toBe(200);
  const check = await shop.object.checkSurvey({ id, sites: 'seen', now: NOW });
  if (!check) throw new Error('no check');
  return check.estimate;
}

describe('how many would have been asked last week', () => {
  it('is not known of what was never shown', async () => {
    expect(await estimate()).toMatchObject({ basis: 'none', surveys: [], moments: 0, asked: 0 });
  });

  it('is replayed over the survey’s own displays, of seven days and no more', async () => {
    await show(8, 'a');
    await show(6, 'a');
    await show(5, 'a');
    await show(5, 'b');
    expect(await estimate({ period: 30 })).toEqual({
      basis: 'own',
      surveys: [SURVEY.id],
      from: new Date(NOW - 7 * DAY).toISOString(),
      to: new Date(NOW).toISOString(),
      moments: 3,
      asked: 2,
      resting: 1,
      outside: 0,
      unsampled: 0,
    });
    expect(await estimate({ period: 1 })).toMatchObject({ asked: 3, resting: 0 });
  });

  it('follows a person from before they signed in, and across devices', async () => {
    await show(6, 'phone');
    await show(5, 'phone', { sub: 'pro' });
    await show(4, 'desk', { sub: 'pro' });
    await show(3, 'other', { sub: 'free' });
    expect(await estimate({ period: 30 })).toMatchObject({ moments: 4, asked: 2, resting: 2 });
    const audience = { attributes: [{ name: 'plan', is: ['pro'] }] };
    expect(await estimate({ period: 0, audience })).toMatchObject({ asked: 3, outside: 1 });
  });

  it('of a new survey is replayed over those at its touchpoint, dismissals of any counted', async () => {
    await show(6, 'a', { outcome: 'dismissed' });
    await show(5, 'a');
    await show(5, 'b');
    const { id } = (await (
      await shop.api('/surveys', { method: 'POST', body: JSON.stringify({ name: 'New' }) })
    ).json()) as { id: string };
    expect(await estimate({ touchpoint: 'delivery' }, id)).toMatchObject({ basis: 'none' });
    expect(await estimate({ touchpoint: 'checkout' }, id)).toMatchObject({
      basis: 'touchpoint',
      surveys: [SURVEY.id],
      moments: 3,
      asked: 2,
      resting: 1,
    });
  });
});

describe('every template', () => {
  it('is published as it is', async () => {
    const { items } = (await (await shop.api('/surveys/templates')).json()) as { items: { id: string }[] };
    expect(items).toHaveLength(6);
    for (const { id: template } of items) {
      const made = await shop.api('/surveys', {
        method: 'POST',
        body: JSON.stringify({ id: template, name: template, template }),
      });
      expect(made.status).toBe(201);
      const published = await shop.api(`/surveys/${template}/publish`, { method: 'POST' });
      expect(published.status, await published.text()).toBe(200);
      for (const locale of ['en', 'fa', 'pl']) {
        const texts = await fetch(`${product.origin}/w/${shop.siteKey}/${template}.1.${locale}.json`);
        expect(texts.status).toBe(200);
      }
    }
  });
});
