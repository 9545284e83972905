import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { now } from '../../admin/models/clock.ts';
import { hrefWith, navigate } from '../../admin/models/location.ts';
import { followingHref, period, rangeHref } from '../../admin/models/period.ts';
import { admits, filters, responsesHref, toggleHref } from '../../admin/models/response-filters.ts';
import type { ResponseSummary } from '../../contract/response.ts';

const entries: string[] = [];

// The address bar, as far as these models touch it.
beforeEach(() => {
  vi.stubGlobal('history', {
    pushState: (_state: unknown, _title: string, url: URL) => entries.push(`push ${url.pathname}${url.search}`),
    replaceState: (_state: unknown, _title: string, url: URL) => entries.push(`replace ${url.pathname}${url.search}`),
  });
  now.value = Date.parse('2026-11-23T12:00:00Z');
  navigate('/responses');
  entries.length = 0;
});
afterEach(() => vi.unstubAllGlobals());

const response: ResponseSummary = {
  id: 'r1',
  revision: 1,
  survey: 'after-delivery',
  version: 1,
  touchpoint: 'delivery',
  metric: 'csat',
  score: 2,
  emotion: null,
  comment: 'Zażółć, proszę',
  answers: [],
  trust: 'verified',
  contact: { id: 'c1', name: 'Łukasz' },
  visitor: null,
  page: { url: 'https://caspian.example/', title: null, referrer: null },
  locale: 'pl-PL',
  device: { type: 'phone', browser: null, os: null },
  site: 'site_1',
  channel: 'site',
  country: null,
  complete: true,
  test: false,
  withdrawn: false,
  imported: false,
  startedAt: '2026-11-23T10:00:00Z',
  receivedAt: '2026-11-23T10:00:00Z',
};

test('a choice turned over twice leaves the address as it was, and closes what was open', () => {
  navigate('/responses?open=r9');
  navigate(toggleHref('score', '2'));
  navigate(toggleHref('score', '1'));
  expect(filters.value.score).toEqual(['1', '2']);
  expect(entries.at(-1)).toBe('push /responses?score=1,2');
  navigate(toggleHref('score', '1'));
  navigate(toggleHref('score', '2'));
  expect(entries.at(-1)).toBe('push /responses');
});

test('going where one is already adds nothing to the history', () => {
  navigate('/responses');
  expect(entries).toEqual([]);
});

test('a period in the address stands for itself, a broken one falls back to the last 90 days', () => {
  navigate(rangeHref('2026-08-01', '2026-08-31'));
  expect(period.value).toEqual({ from: '2026-08-01', to: '2026-08-31', days: null });
  expect(responsesHref({ touchpoint: 'delivery' })).toBe(
    '/responses?from=2026-08-01&to=2026-08-31&touchpoint=delivery',
  );
  navigate('/responses?from=2026-09-01&to=2026-08-01');
  expect(period.value.days).toBe(90);
  navigate('/responses?days=-4');
  expect(period.value.days).toBe(90);
  navigate('/responses?days=7');
  expect(period.value.days).toBe(7);
});

test('today and yesterday follow the clock, so that their address still means them tomorrow', () => {
  navigate(followingHref('yesterday'));
  expect(entries.at(-1)).toBe('push /responses?days=yesterday');
  expect(period.value).toEqual({ from: '2026-11-22', to: '2026-11-22', days: 'yesterday' });
  expect(responsesHref()).toBe('/responses?days=yesterday');
  now.value += 86_400_000;
  expect(period.value.from).toBe('2026-11-23');
  navigate(followingHref(1));
  expect(period.value).toEqual({ from: '2026-11-24', to: '2026-11-24', days: 1 });
});

test('a live answer enters a list only if its filters would have found it', () => {
  expect(admits(response)).toBe(true);
  for (const [address, admitted] of [
    ['/responses?score=1,2', true],
    ['/responses?score=4,5', false],
    ['/responses?language=pl', true],
    ['/responses?language=fa', false],
    ['/responses?touchpoint=checkout', false],
    ['/responses?contact=c2', false],
    ['/responses?q=zazolc', true],
    ['/responses?q=lukasz', true],
    ['/responses?q=nobody', false],
    ['/responses?q=PROSZE', true],
    ['/responses?from=2026-01-01&to=2026-01-31', false],
    ['/responses?from=2026-11-20&to=2026-11-23', true],
    ['/responses?from=2026-11-20&to=2026-11-22', false],
    ['/responses?days=1', true],
    ['/responses?days=yesterday', false],
  ] as const) {
    navigate(address);
    expect(admits(response), address).toBe(admitted);
  }
});

test('a changed address keeps the parameters it does not name', () => {
  navigate('/responses?days=7&q=late');
  expect(hrefWith({ open: 'r1', q: null })).toBe('/responses?days=7&open=r1');
});
