import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Survey } from '../../contract/survey.ts';
import { compileRules } from '../../worker/directory/compileRules.ts';

const plain: Survey = {
  id: 'after-parcel',
  name: 'After the parcel',
  status: 'live',
  version: 3,
  publishedAt: '2026-11-01T00:00:00Z',
  edited: false,
  touchpoint: null,
  questions: [{ id: 'rating', type: 'csat', text: { en: 'How was it?' } }],
  triggers: {},
  period: 30,
  locales: ['en', 'fa'],
};

describe('compiled rules', () => {
  it('of a survey that wants nothing special say only what it is', () => {
    expect(compileRules([plain])).toEqual([{ id: 'after-parcel', version: 3, locales: ['en', 'fa'], period: 30 }]);
  });

  it('leave out every condition that conditions nothing', () => {
    const empty: Survey = {
      ...plain,
      triggers: { url: [], notUrl: [], delay: 0, placed: false, exit: false },
      audience: { devices: [], languages: [], countries: [], referrers: [], utm: [], attributes: [], sample: 1 },
      schedule: {},
    };
    expect(compileRules([empty])).toEqual(compileRules([plain]));
  });

  it('carry moments, audience, share and schedule', () => {
    const choosy: Survey = {
      ...plain,
      touchpoint: 'delivery',
      triggers: {
        url: ['/orders/*'],
        notUrl: ['/orders/new'],
        event: 'opened',
        delay: 2,
        placed: true,
        click: '#help',
        scroll: 60,
        idle: 30,
        exit: true,
        visible: '.total',
        page: 3,
        tab: { en: 'Feedback' },
      },
      audience: {
        devices: ['phone'],
        languages: ['fa'],
        referrers: ['news.example'],
        utm: [{ name: 'source', is: ['mail'] }],
        visitors: 'returning',
        sample: 0.25,
      },
      schedule: { from: '2026-11-01T00:00:00.900Z', until: '2026-12-01T03:30:00+03:30' },
    };
    expect(compileRules([choosy])).toEqual([
      {
        id: 'after-parcel',
        version: 3,
        touchpoint: 'delivery',
        locales: ['en', 'fa'],
        url: ['/orders/*'],
        notUrl: ['/orders/new'],
        event: 'opened',
        delay: 2,
        period: 30,
        placed: true,
        sample: 0.25,
        from: Date.parse('2026-11-01T00:00:00Z') / 1000,
        until: Date.parse('2026-12-01T00:00:00Z') / 1000,
        on: { click: '#help', scroll: 60, idle: 30, exit: true, visible: '.total', page: 3, tab: true },
        who: {
          devices: ['phone'],
          languages: ['fa'],
          referrers: ['news.example'],
          utm: [{ name: 'source', is: ['mail'] }],
          visitors: 'returning',
        },
      },
    ]);
  });

  it('keep countries and attributes to the server, and say that it must be asked', () => {
    const [rule] = compileRules([plain]);
    const inPoland = { ...plain, audience: { countries: ['PL'] } };
    expect(compileRules([inPoland])).toEqual([{ ...rule, ask: true }]);
    const forVips = { ...plain, audience: { attributes: [{ name: 'plan', is: ['vip-only'] }] } };
    const reported = { ...plain, triggers: { server: 'Order Delivered' } };
    for (const survey of [forVips, reported]) {
      expect(compileRules([survey])).toEqual([{ ...rule, ask: true, known: true }]);
    }
  });

  it('carry no words, and three ordinary surveys fit beside the loader', () => {
    const words: Survey = { ...plain, questions: [{ id: 'rating', type: 'csat', text: { en: 'Unspoken' } }] };
    const three = compileRules(
      [words, words, words].map((survey, index) => ({
        ...survey,
        id: `survey-${index}`,
        touchpoint: `touchpoint-${index}`,
        triggers: { url: [`/part-${index}/*`], event: `event_${index}`, scroll: 50, tab: { en: 'Unspoken' } },
        audience: { devices: ['phone' as const], sample: 0.1 },
      })),
    );
    const text = JSON.stringify(three);
    expect(text).not.toContain('Unspoken');
    expect(brotliCompressSync(text).length).toBeLessThanOrEqual(600);
  });
});
