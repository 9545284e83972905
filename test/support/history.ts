import type { HistoryResponse } from '../../contract/history.ts';
import { TRUSTS } from '../../contract/metric.ts';
import { mulberry32 } from '../../demo/random.ts';
import { uuid7 } from '../../worker/workspace/uuid7.ts';

const DAY = 86_400_000;

/** Plausible past responses to the test survey, ascending, spread evenly over `days` before `now`; always the same. */
export function history(count: number, now: number, days: number, seed = 1): HistoryResponse[] {
  const random = mulberry32(seed);
  return Array.from({ length: count }, (_, index): HistoryResponse => {
    const receivedAt = Math.floor(now - days * DAY + ((index + 1) / (count + 1)) * days * DAY);
    const comment = random() < 0.4 ? [{ question: 'why', value: `because of ${Math.floor(random() * 1_000)}` }] : [];
    return {
      id: uuid7(receivedAt, (length) => Uint8Array.from({ length }, () => Math.floor(random() * 256))),
      survey: 'after-checkout',
      version: 1,
      touchpoint: random() < 0.5 ? 'checkout' : 'delivery',
      visitor: null,
      answers: [{ question: 'rating', value: 1 + Math.floor(random() * 5) }, ...comment],
      complete: random() < 0.9,
      trust: TRUSTS[Math.floor(random() * 3)] ?? 'anonymous',
      contact: null,
      match: { method: 'none', evidence: [] },
      page: { url: 'https://shop.example/checkout', title: null },
      locale: ['en', 'fa', 'pl'][Math.floor(random() * 3)] ?? 'en',
      device: { type: 'phone', browser: 'Chrome', os: 'Android' },
      country: 'IR',
      startedAt: receivedAt - Math.floor(random() * 60_000),
      receivedAt,
    };
  });
}
