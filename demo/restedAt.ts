import type { HistoryContact } from '../contract/history.ts';
import { people } from '../worker/demo/people.ts';

/** Longer than any survey of the demonstration lets people rest, in milliseconds. */
const RESTED = 45 * 86_400_000;

const EMAILS = new Set(people.map(({ email }) => email));

/**
 * When something happened to somebody. Whom one can be in the demo shop was last asked six weeks ago: who signs in there
 * as one of them and buys is to be asked, and whoever was asked lately is not.
 */
export function restedAt(at: number, contact: HistoryContact | null, now: number): number {
  const isShopper = contact?.identifiers.some(({ kind, value }) => kind === 'email' && EMAILS.has(value));
  return isShopper && at > now - RESTED ? at - RESTED : at;
}
