import type { Identity } from '../../contract/collect.ts';
import { EMAIL_MAX, EXTERNAL_ID_MAX, NAME_MAX, PHONE_MAX, TOKEN_MAX } from '../../contract/limits.ts';
import { cleanText } from '../loader/cleanText.ts';
import { payloadOf } from './payloadOf.ts';

/** Who the page says the visitor is. */
export interface Identification {
  /** Takes what the page passed to `identify`; `undefined` forgets it. */
  set(given: unknown): void;
  /** The identity, asking the page's provider the first time and once its token has run out. Never rejects. */
  get(): Promise<Identity | undefined>;
  /** Asks the provider again for a token of the same person as `stale`. */
  refresh(stale: string): Promise<string | undefined>;
}

const CLAIMS = { email: EMAIL_MAX, phone: PHONE_MAX, externalId: EXTERNAL_ID_MAX, name: NAME_MAX };

/** A token, or the claims among an object's fields; nothing for anything else. */
export function identityFrom(given: unknown): Identity | undefined {
  if (typeof given === 'string') return given && given.length <= TOKEN_MAX ? { token: given } : undefined;
  const fields = Object(given) as Record<string, unknown>;
  const claims = Object.entries(CLAIMS).flatMap(([name, max]) => {
    const value = fields[name];
    return typeof value === 'string' && value && value.length <= max ? [[name, cleanText(value, max)]] : [];
  });
  return claims[0] && (Object.fromEntries(claims) as Identity);
}

/** @param now - milliseconds since the epoch */
export function createIdentification(now: () => number): Identification {
  let source: unknown;
  let known: Promise<Identity | undefined> | undefined;

  const ask = async (): Promise<Identity | undefined> => {
    try {
      return identityFrom(typeof source === 'function' ? await source() : source);
    } catch {
      return undefined;
    }
  };

  return {
    set(given) {
      source = given;
      known = undefined;
    },
    get() {
      known = (known ?? ask()).then((identity) =>
        identity &&
        'token' in identity &&
        typeof source === 'function' &&
        Number(payloadOf(identity.token).exp) * 1_000 < now()
          ? ask()
          : identity,
      );
      return known;
    },
    async refresh(stale) {
      if (typeof source !== 'function') return undefined;
      const fresh = await ask();
      if (!fresh || !('token' in fresh) || fresh.token === stale || payloadOf(fresh.token).sub !== payloadOf(stale).sub)
        return undefined;
      known = Promise.resolve(fresh);
      return fresh.token;
    },
  };
}
