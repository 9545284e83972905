import { CONTEXT_KEYS_MAX, CONTEXT_VALUE_MAX } from '../../contract/limits.ts';
import { cleanText } from '../loader/cleanText.ts';
import type { Context } from '../session.ts';

/** As much of what the page passes along as the wire takes. */
export function contextOf(given: object): Context {
  const facts = Object.entries(given).flatMap(([name, value]) => {
    const fact = typeof value === 'string' ? cleanText(value, CONTEXT_VALUE_MAX) : value;
    const isFact = typeof fact === 'string' || typeof fact === 'boolean' || Number.isFinite(fact);
    return isFact && /^[\w-]{1,64}$/.test(name) ? [[name, fact] as const] : [];
  });
  return Object.fromEntries(facts.slice(0, CONTEXT_KEYS_MAX));
}
