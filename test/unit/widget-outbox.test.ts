import { describe, expect, it } from 'vitest';
import type { ResponseBody } from '../../contract/collect.ts';
import { createStore, type Store } from '../../widget/loader/store.ts';
import { createOutbox, type Delivery } from '../../widget/outbox/outbox.ts';
import { retryDelay } from '../../widget/outbox/retryDelay.ts';
import { verdictOf } from '../../widget/outbox/verdict.ts';

const HOUR = 3_600_000;

function response(number: number, revision = 1, more: Partial<ResponseBody> = {}): ResponseBody {
  return {
    id: `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    revision,
    survey: 'after-checkout',
    version: 1,
    answers: [{ question: 'rating', value: 2 }],
    complete: false,
    startedAt: '2026-11-23T10:00:00Z',
    page: { url: 'https://shop.example/' },
    ...more,
  };
}

/** A store that outlives pages, as a map. */
function durableStore(): Store {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => Boolean(kept.set(key, value)),
    remove: (key) => void kept.delete(key),
    keys: (beginning = '') => [...kept.keys()].filter((key) => key.startsWith(beginning)),
  };
}

const blockedStore = () =>
  createStore('', () => {
    throw new Error('blocked');
  });

type Reply = number | 'offline' | { status: number; body?: string; retryAfter?: string };

/** An outbox whose network replies as told, the last reply for good; it records what was sent and what was heard. */
function rig(replies: Reply[], store = durableStore(), options = { isTaken: false }) {
  const sent: ResponseBody[] = [];
  const heard: [number, Delivery][] = [];
  const timers: { work: () => void; after: number }[] = [];
  const time = { now: 1_795_000_000_000 };
  const asked: string[] = [];
  const outbox = createOutbox({
    store,
    async post(body) {
      sent.push(body);
      const reply = replies.length > 1 ? replies.shift() : replies[0];
      if (reply === undefined || reply === 'offline') throw new TypeError('Failed to fetch');
      const { status, body: text, retryAfter } = typeof reply === 'number' ? { status: reply } : reply;
      return {
        status,
        retryAfter: retryAfter ?? null,
        text: text ?? JSON.stringify({ id: body.id, revision: body.revision }),
      };
    },
    async freshToken(stale) {
      asked.push(stale);
      return 'fresh';
    },
    alone: (_, isPatient, work) => (isPatient || !options.isTaken ? work() : Promise.resolve()),
    later: (work, after) => void timers.push({ work, after }),
    now: () => time.now,
    random: () => 0.5,
  });
  outbox.listeners.add((body, delivery) => heard.push([body.revision, delivery]));
  return { outbox, store, sent, heard, timers, time, asked };
}

describe('a status', () => {
  it.each([
    [200, 'done'],
    [202, 'hold'],
    [401, 'identity'],
    [400, 'drop'],
    [403, 'drop'],
    [404, 'drop'],
    [409, 'drop'],
    [413, 'drop'],
    [422, 'drop'],
    [408, 'retry'],
    [429, 'retry'],
    [500, 'retry'],
    [503, 'retry'],
    [0, 'retry'],
  ])('%i means %s', (status, verdict) => {
    expect(verdictOf(status)).toBe(verdict);
  });
});

describe('the wait before another try', () => {
  it.each([
    ['grows', 3, 0.5, null, 8_000],
    ['may be nothing at all', 3, 0, null, 0],
    ['has an end', 30, 1, null, 300_000],
    ['is no shorter than the seconds asked for', 0, 0.5, '120', 120_000],
    ['is no shorter than until the date asked for', 0, 0.5, 'Thu, 01 Jan 1970 00:01:00 GMT', 60_000],
    ['is not ruled by what is no time', 0, 0.5, 'soon', 1_000],
    ['fits a timer', 0, 0.5, '99999999999', 0x7fffffff],
  ])('%s', (_, attempt, random, retryAfter, expected) => {
    expect(retryDelay(attempt, random, retryAfter, 0)).toBe(expected);
  });
});

describe('the outbox', () => {
  it('keeps an answer until the server has confirmed it, then lets go', async () => {
    const { outbox, store, heard } = rig(['offline', 200]);
    expect(outbox.put(response(1))).toBe(true);
    await outbox.send(response(1));
    expect(store.keys()).toHaveLength(1);
    await outbox.flush();
    expect(store.keys()).toHaveLength(0);
    expect(heard).toEqual([
      [1, 'kept'],
      [1, 'sent'],
    ]);
  });

  it('replaces an older revision, and keeps a newer one when an older is confirmed', async () => {
    const { outbox, store, sent } = rig([200]);
    outbox.put(response(1, 1));
    outbox.put(response(1, 2));
    await outbox.send(response(1, 1));
    expect(store.keys()).toHaveLength(1);
    await outbox.flush();
    expect(sent.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(store.keys()).toHaveLength(0);
  });

  it('believes no 200 that does not name the revision', async () => {
    const { outbox, store, heard } = rig([{ status: 200, body: '<html>Sign in to the network</html>' }]);
    outbox.put(response(1));
    await outbox.send(response(1));
    expect(heard).toEqual([[1, 'kept']]);
    expect(store.keys()).toHaveLength(1);
  });

  it('holds what the server has queued until the next page view', async () => {
    const store = durableStore();
    const first = rig([202], store);
    first.outbox.put(response(1));
    await first.outbox.send(response(1));
    await first.outbox.flush();
    expect(first.sent).toHaveLength(1);
    const next = rig([200], store);
    await next.outbox.flush();
    expect(next.sent).toHaveLength(1);
    expect(store.keys()).toHaveLength(0);
  });

  it.each([400, 403, 404, 409, 413, 422])(
    'lets go of what is answered with %i, and says it is lost',
    async (status) => {
      const { outbox, store, heard, timers } = rig([status]);
      outbox.put(response(1));
      await outbox.send(response(1));
      expect(heard).toEqual([[1, 'lost']]);
      expect(store.keys()).toHaveLength(0);
      expect(timers).toHaveLength(0);
    },
  );

  it('asks for a fresh token once, then gives up the identity but never the answer', async () => {
    const { outbox, sent, heard, asked } = rig([401, 401, 200]);
    const body = response(1, 1, { identity: { token: 'stale' } });
    outbox.put(body);
    await outbox.send(body);
    expect(sent.map(({ identity }) => identity)).toEqual([{ token: 'stale' }, { token: 'fresh' }, undefined]);
    expect(asked).toEqual(['stale']);
    expect(heard).toEqual([[1, 'sent']]);
  });

  it('asks nobody for a claim that was refused', async () => {
    const { outbox, sent, asked } = rig([401, 200]);
    await outbox.send(response(1, 1, { identity: { email: 'a@b.example' } }));
    expect(sent.map(({ identity }) => identity)).toEqual([{ email: 'a@b.example' }, undefined]);
    expect(asked).toEqual([]);
  });

  it.each([429, 500, 503, 'offline'] as const)('tries again later after %s, once for all that waits', async (reply) => {
    const { outbox, timers, sent } = rig([reply, reply, 200]);
    for (const number of [1, 2]) {
      outbox.put(response(number));
      await outbox.send(response(number));
    }
    expect(timers).toHaveLength(1);
    timers[0]?.work();
    await expect.poll(() => sent.length).toBe(4);
  });

  it('waits as long as the server asks', async () => {
    const { outbox, timers } = rig([{ status: 429, retryAfter: '90' }]);
    outbox.put(response(1));
    await outbox.send(response(1));
    expect(timers.map(({ after }) => after)).toEqual([90_000]);
  });

  it('leaves to another tab what that tab is sending', async () => {
    const { outbox, sent, store } = rig([200], durableStore(), { isTaken: true });
    outbox.put(response(1));
    await outbox.flush();
    expect(sent).toHaveLength(0);
    expect(store.keys()).toHaveLength(1);
  });

  it('sends the oldest first and stops at the first failure', async () => {
    const { outbox, sent } = rig([200, 'offline']);
    for (const number of [3, 1, 2]) outbox.put(response(number));
    await outbox.flush();
    expect(sent.map(({ id }) => id.slice(-1))).toEqual(['1', '2']);
  });

  it('keeps the newest twenty', async () => {
    const { outbox, store } = rig(['offline']);
    for (let number = 1; number <= 23; number++) outbox.put(response(number));
    expect(store.keys()).toHaveLength(20);
    expect(store.keys().some((key) => key.endsWith('003'))).toBe(false);
    expect(store.keys().some((key) => key.endsWith('004'))).toBe(true);
  });

  it('keeps nothing longer than a day from its first revision', async () => {
    const { outbox, store, time, sent } = rig([200]);
    outbox.put(response(1, 1));
    time.now += 23 * HOUR;
    outbox.put(response(1, 2));
    time.now += HOUR;
    await outbox.flush();
    expect(sent).toHaveLength(0);
    expect(store.keys()).toHaveLength(0);
  });

  it('passes over what is not an item of its own', async () => {
    const { outbox, store, sent } = rig([200]);
    store.set('out:broken', '{');
    store.set('visitor', 'someone');
    outbox.put(response(1));
    await outbox.flush();
    expect(sent).toHaveLength(1);
    expect(store.keys()).toEqual(['visitor']);
  });

  it('says an answer is lost, not kept, while storage is blocked, and still delivers it when the network is back', async () => {
    const { outbox, heard, timers } = rig(['offline', 200], blockedStore());
    expect(outbox.put(response(1))).toBe(false);
    await outbox.send(response(1));
    expect(heard).toEqual([[1, 'lost']]);
    timers[0]?.work();
    await expect.poll(() => heard.at(-1)).toEqual([1, 'sent']);
  });
});
