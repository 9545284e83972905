import type { JournalEntry } from '../../../../contract/identity.ts';
import { maskEvidence } from '../../../identity/maskEvidence.ts';
import { maskIdentityEvidence } from '../../../identity/maskIdentityEvidence.ts';
import type { WorkspaceState } from '../../state.ts';
import { rootOf } from '../people/contacts.ts';
import { presentIdentifier } from '../people/presentContact.ts';
import { presentMerges } from './merges.ts';

const LAST = Number.MAX_SAFE_INTEGER;

/** An entry with what orders it: its time and, at the same moment, a tie-breaker that never changes. */
interface Placed {
  at: number;
  tie: string;
  entry: JournalEntry;
}

/**
 * Every decision on who a person is, the latest first: merges and their undoing, suggestions, what tied an answer to them
 * or took one away, identifiers gained. A bounded page that goes on below `cursor`, which is opaque to callers.
 */
export function journal(
  state: WorkspaceState,
  input: { id: string; cursor?: string; limit: number; masked: boolean },
): { items: JournalEntry[]; next: string | null } | null {
  const root = rootOf(state, input.id);
  if (!root) return null;
  const { limit, masked } = input;
  const leaves = state.contacts.leaves(root.number);
  const below = readCursor(input.cursor);
  const found = [
    ...mergesOf(state, leaves, masked),
    ...suggestionsOf(state, leaves, masked),
    ...identifiersOf(state, leaves, masked),
    ...matchesOf(state, leaves, below.at, limit, masked),
  ];
  const page = found.filter((placed) => compare(placed, below) > 0).sort(compare);
  const shown = page.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ entry }) => entry),
    next: page.length > shown.length && last ? `${last.at}_${last.tie}` : null,
  };
}

function compare(a: Pick<Placed, 'at' | 'tie'>, b: Pick<Placed, 'at' | 'tie'>): number {
  return b.at - a.at || (a.tie < b.tie ? 1 : a.tie > b.tie ? -1 : 0);
}

function readCursor(cursor: string | undefined): Pick<Placed, 'at' | 'tie'> {
  const [, at, tie] = /^(\d{1,16})_(.{1,60})$/.exec(cursor ?? '') ?? [];
  return { at: at === undefined ? LAST : Number(at), tie: tie ?? '~' };
}

function tieOf(kind: string, ...numbers: number[]): string {
  return kind + numbers.map((number) => String(number).padStart(12, '0')).join('.');
}

function mergesOf(state: WorkspaceState, leaves: readonly number[], masked: boolean): Placed[] {
  const records = state.merges.ofContacts(leaves).filter(({ erased }) => !(erased && masked));
  return presentMerges(state, records, masked).flatMap((merge, index): Placed[] => {
    const { number = 0, at = 0, undoneAt = null } = records[index] ?? {};
    const merged: Placed = {
      at,
      tie: tieOf('g', number),
      entry: { kind: 'merged', at: merge.at, by: merge.by, merge },
    };
    if (undoneAt === null || merge.undoneAt === null) return [merged];
    const undone: Placed = {
      at: undoneAt,
      tie: tieOf('h', number),
      entry: { kind: 'unmerged', at: merge.undoneAt, by: merge.undoneBy ?? 'rule', merge },
    };
    return [undone, merged];
  });
}

function suggestionsOf(state: WorkspaceState, leaves: readonly number[], masked: boolean): Placed[] {
  const records = state.suggestions.ofContacts(leaves);
  const people = new Map(
    state.contacts.rows(records.flatMap(({ a, b }) => [a, b])).map((contact) => [contact.number, contact]),
  );
  const person = (number: number) => ({ id: people.get(number)?.id ?? '', name: people.get(number)?.name ?? '' });
  const decisions = state.suggestions.decisions(records.map(({ number }) => number));
  return decisions.flatMap(({ suggestion, n, decision, at, by }): Placed[] => {
    const record = records.find(({ number }) => number === suggestion);
    if (!record) return [];
    const evidence = masked ? record.evidence.map(maskIdentityEvidence) : record.evidence;
    return [
      {
        at,
        tie: tieOf('s', suggestion, n),
        entry: {
          kind: 'suggestion',
          at: new Date(at).toISOString(),
          by,
          decision,
          suggestion: record.id,
          a: person(record.a),
          b: person(record.b),
          evidence,
        },
      },
    ];
  });
}

function identifiersOf(state: WorkspaceState, leaves: readonly number[], masked: boolean): Placed[] {
  return state.identifiers.ofContacts(leaves).map((record, index): Placed => {
    const identifier = presentIdentifier(record, masked);
    return {
      at: record.firstSeen,
      tie: tieOf(`i${record.kind.slice(0, 2)}`, record.contact, index),
      entry: { kind: 'identifier', at: identifier.firstSeen, by: record.source, identifier },
    };
  });
}

/** Of one moment all are read, so that a page may end in the middle of it. */
function matchesOf(
  state: WorkspaceState,
  leaves: readonly number[],
  at: number,
  limit: number,
  masked: boolean,
): Placed[] {
  const records = state.matches.ofContacts(leaves, Math.min(LAST, at + 1), limit + SAME_MOMENT);
  const responses = new Map(
    state.responses.bySeqs([...new Set(records.map(({ response }) => response))]).map((row) => [row.seq, row.id]),
  );
  return records.map((record): Placed => {
    const evidence = masked ? record.evidence.map(maskEvidence) : record.evidence;
    return {
      at: record.at,
      tie: tieOf('m', record.response, record.n, record.away ? 1 : 0),
      entry: {
        kind: 'match',
        at: new Date(record.at).toISOString(),
        by: record.by,
        response: responses.get(record.response) ?? '',
        method: record.method,
        state: record.state,
        undoes: record.undoes !== null,
        away: record.away,
        evidence,
      },
    };
  });
}

/** One stitching ties up to this many answers at one moment. */
const SAME_MOMENT = 500;
