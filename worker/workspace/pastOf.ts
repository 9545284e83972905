import { OUTCOMES } from '../../contract/metric.ts';
import { FLAG } from '../facts/fact.ts';
import { unpack } from '../facts/unpack.ts';
import type { Asking } from '../fatigue/asking.ts';
import type { Past } from '../fatigue/restOf.ts';
import type { WorkspaceState } from './state.ts';

const MINUTE = 60_000;
const LATEST = 0xffff_ffff;

/**
 * What a person was asked since a moment, on all their devices and under all their leaves: the displays that are theirs
 * by proof, from the facts. Tests are not asking anybody.
 */
export function pastOf(state: WorkspaceState, leaves: readonly number[], since: number): Past {
  const contacts = new Set(leaves);
  const from = Math.max(0, Math.floor(since / MINUTE));
  const askings: Asking[] = [];
  for (const groups of state.displayFacts.read(from, LATEST, ['time', 'figure', 'who'])) {
    const { contact } = unpack('who', groups.who ?? new Uint8Array());
    const own = indexesOf(contact, contacts);
    if (own.length === 0) continue;
    const { seq, minute } = unpack('time', groups.time ?? new Uint8Array());
    const { survey, score, flags } = unpack('figure', groups.figure ?? new Uint8Array());
    for (const i of own) {
      const at = minute[i] ?? 0;
      if (at < from || (flags[i] ?? 0) & (FLAG.test | FLAG.deleted)) continue;
      const number = survey[i] ?? 0;
      askings.push({
        survey: number,
        display: seq[i] ?? 0,
        outcome: OUTCOMES[score[i] ?? 0] ?? 'shown',
        at: at * MINUTE,
        unbidden: isUnbidden(state, number),
      });
    }
  }
  return { askings, never: state.unasked.ofContacts(leaves) ?? null };
}

function indexesOf(column: Uint32Array, wanted: ReadonlySet<number>): number[] {
  const found: number[] = [];
  const { length } = column;
  for (let i = 0; i < length; i += 1) {
    const value = column[i] as number;
    if (value !== 0 && wanted.has(value)) found.push(i);
  }
  return found;
}

/** Whether a survey waits in the page to be opened, instead of coming up by itself. */
function isUnbidden(state: WorkspaceState, survey: number): boolean {
  const triggers = state.surveys.byNumber(survey)?.triggers;
  return !!triggers?.placed || !!triggers?.tab;
}
