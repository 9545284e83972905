import type { ResponseBody } from '../../contract/collect.ts';
import { OUTBOX_AGE_MAX, OUTBOX_ITEMS_MAX } from '../../contract/limits.ts';
import type { Store } from '../loader/store.ts';
import type { Reply } from '../session.ts';
import { stringify } from '../stringify.ts';
import { OUT } from './keys.ts';
import { retryDelay } from './retryDelay.ts';
import { verdictOf } from './verdict.ts';

/** Where an answer is now: at the server, on this device, or nowhere that outlives the page. */
export type Delivery = 'sent' | 'kept' | 'lost';

export type Listener = (body: ResponseBody, delivery: Delivery) => void;

export interface Outbox {
  /** Keeps a response on this device, replacing an earlier revision; tells whether it will outlive the page. */
  put(body: ResponseBody): boolean;
  /** Sends one response now; every listener hears how it went. */
  send(body: ResponseBody): Promise<unknown>;
  /** Sends whatever is kept, oldest first, until the network says no. */
  flush(): Promise<void>;
  listeners: Set<Listener>;
}

export interface OutboxDeps {
  store: Store;
  post(body: ResponseBody): Promise<Reply>;
  /** A newer token of the same person as `stale`, if the page can give one. */
  freshToken(stale: string): Promise<string | undefined>;
  /** Runs `work` while no other tab works under the same name: waits for its turn, or else leaves the work to the other. */
  alone(name: string, isPatient: boolean, work: () => Promise<void>): Promise<unknown>;
  later(work: () => void, milliseconds: number): unknown;
  now(): number;
  random(): number;
}

interface Item {
  /** When it was first kept, in milliseconds since the epoch. */
  at: number;
  body: ResponseBody;
}

/** The responses not yet confirmed. Each has a key of its own, so that two tabs never overwrite each other's. */
export function createOutbox(deps: OutboxDeps): Outbox {
  const { store } = deps;
  const listeners = new Set<Listener>();
  /** Ids of what is in memory only. */
  const volatile = new Set<string>();
  /** Queued by the server: sent again at the next page view only. */
  const held = new Set<string>();
  let attempt = 0;
  let waiting = false;

  const read = (key: string): Item | undefined => {
    try {
      return JSON.parse(store.get(key) ?? '') as Item;
    } catch {
      return undefined;
    }
  };

  /** The keys of what is kept, oldest first (a UUIDv7 sorts by its time), without what is too old or too many. */
  const kept = (): string[] => {
    const keys = store.keys(OUT).sort();
    return keys.filter((key, index) => {
      const good = index >= keys.length - OUTBOX_ITEMS_MAX && deps.now() - (read(key)?.at ?? 0) < OUTBOX_AGE_MAX;
      if (!good) store.remove(key);
      return good;
    });
  };

  const retryLater = (retryAfter: string | null) => {
    if (waiting) return;
    waiting = true;
    deps.later(
      () => {
        waiting = false;
        outbox.flush();
      },
      retryDelay(attempt++, deps.random(), retryAfter, deps.now()),
    );
  };

  /** Sends until there is a verdict that stands; tells whether sending more makes sense. */
  const deliver = async (body: ResponseBody): Promise<boolean> => {
    const key = OUT + body.id;
    const { identity, ...anonymous } = body;
    const tell = (delivery: Delivery) => {
      for (const listener of listeners) listener(body, delivery);
    };
    /** Only the revision that was settled leaves: a newer one may have been kept meanwhile. */
    const remove = () => {
      if ((read(key)?.body.revision ?? 0) <= body.revision) store.remove(key);
    };
    let sent = body;
    let asked = false;
    for (;;) {
      let retryAfter: string | null = null;
      let verdict = verdictOf(0);
      try {
        const reply = await deps.post(sent);
        verdict = verdictOf(reply.status);
        retryAfter = reply.retryAfter;
        // A portal that answers 200 to everything has confirmed nothing.
        if (verdict === 'done' && JSON.parse(reply.text).revision !== body.revision) verdict = 'retry';
      } catch {
        verdict = 'retry';
      }
      if (verdict === 'identity' && sent.identity) {
        const stale = 'token' in sent.identity ? sent.identity.token : '';
        const token = stale && !asked ? await deps.freshToken(stale) : '';
        asked = true;
        sent = token ? { ...anonymous, identity: { token } } : anonymous;
        continue;
      }
      if (verdict === 'done') {
        attempt = 0;
        remove();
        tell('sent');
        return true;
      }
      if (verdict === 'hold' && !volatile.has(body.id)) {
        held.add(body.id);
        tell('kept');
        return true;
      }
      if (verdict === 'drop' || verdict === 'identity') {
        remove();
        tell('lost');
        return true;
      }
      retryLater(retryAfter);
      tell(volatile.has(body.id) ? 'lost' : 'kept');
      return false;
    }
  };

  const outbox: Outbox = {
    listeners,
    put(body) {
      const key = OUT + body.id;
      const keeps = store.set(key, stringify({ at: read(key)?.at ?? deps.now(), body } satisfies Item));
      volatile[keeps ? 'delete' : 'add'](body.id);
      held.delete(body.id);
      kept();
      return keeps;
    },
    send: (body) =>
      deps.alone(OUT + body.id, true, async () => {
        await deliver(body);
      }),
    async flush() {
      let going = true;
      for (const key of kept()) {
        if (!going) return;
        if (held.has(key.slice(OUT.length))) continue;
        // Where another tab is at it already, it is in good hands.
        await deps.alone(key, false, async () => {
          // It may have been sent since the list was made.
          const item = read(key);
          if (item) going = await deliver(item.body);
        });
      }
    },
  };
  return outbox;
}
