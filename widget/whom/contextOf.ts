import { CONTEXT_KEYS_MAX, CONTEXT_VALUE_MAX } from '../../contract/limits.ts';
import { cleanText } from '../loader/cleanText.ts';
import type { Context } from '../session.ts';

/** What of a page's own properties the wire takes: flat, few and short. The rest must not cost the answer. */
export function contextOf(properties: object): Context {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name, value]) => /^[\w-]{1,64}$/.test(name) && (Number.isFinite(value) || /^[sb]/.test(typeof value)))
      .slice(0, CONTEXT_KEYS_MAX)
      .map(([name, value]) => [name, typeof value === 'string' ? cleanText(value, CONTEXT_VALUE_MAX) : value]),
  );
}
