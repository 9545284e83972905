import type { RetainedKind } from '../../../contract/retained.ts';
import { anonymised, emptied, wordless } from '../erasure/anonymise.ts';
import { FORGETTERS } from '../erasure/forgetters.ts';
import type { FactStream } from '../factStream.ts';
import type { WorkspaceState } from '../state.ts';
import { ROW } from '../tables/responses.ts';
import type { Mark, Range } from '../tables/retention.ts';
import { claimKey } from '../verbs/identity/claimKey.ts';

const MINUTE = 60_000;
const LAST = Number.MAX_SAFE_INTEGER;
const NEVER: Mark = { before: 0, seq: 0 };

/** A row that is older than it may be. */
export interface Aged {
  /** Its place in its table. */
  seq: number;
  at: number;
  /** What it is, as far as that is no secret. */
  what: string;
}

interface Retained {
  /** Rows from before a moment that are there to go, at most so many. */
  find(state: WorkspaceState, before: number, limit: number): Aged[];
  /** Takes found rows out, or what of theirs goes. */
  remove(state: WorkspaceState, rows: readonly Aged[], now: number): void;
}

/** How each kind of data ages: the same search tells what would go and takes it. */
export const RETAINED: Record<RetainedKind, Retained> = {
  responses: {
    find: (state, before, limit) =>
      state.retention.responses('responses', ranges(state, 'responses', state.responseFacts, before), before, limit),
    remove(state, rows, now) {
      const seqs = rows.map(({ seq }) => seq);
      state.personal.removeMatches(seqs);
      state.rewriteResponses(
        state.responses
          .bySeqs(seqs)
          .map((record) => (record.flags & ROW.deleted ? emptied : anonymised)(state, record, now)),
      );
    },
  },
  comments: {
    find: (state, before, limit) =>
      state.retention.responses('comments', ranges(state, 'comments', state.responseFacts, before), before, limit),
    remove(state, rows, now) {
      const records = state.responses.bySeqs(rows.map(({ seq }) => seq));
      state.rewriteResponses(records.map((record) => wordless(state, record, now)));
    },
  },
  displays: {
    find: (state, before, limit) =>
      state.retention.displays(ranges(state, 'displays', state.displayFacts, before), before, limit),
    remove: (state, rows) => state.forgetDisplays(rows.map(({ seq }) => seq)),
  },
  events: {
    find: (state, before, limit) => state.retention.events(before, limit),
    remove: (state, rows) => state.retention.removeEvents(rows.map(({ seq }) => seq)),
  },
  contacts: {
    find: (state, before, limit) => state.personal.unheard(before, limit),
    remove: removeContacts,
  },
  audit: {
    find: (state, before, limit) => state.retention.audit(before, limit),
    remove: (state, rows) => state.retention.forgetAudit(rows.map(({ seq }) => seq)),
  },
  syncs: {
    find: (state, before, limit) => state.retention.syncs(before, limit),
    remove: (state, rows) => state.retention.removeSyncs(rows.map(({ seq }) => seq)),
  },
  imports: {
    find: (state, before, limit) => state.retention.imports(before, limit),
    remove(state, rows) {
      for (const { seq } of rows) state.imports.remove(seq);
    },
  },
};

/** Takes people out whom nobody ever heard of. They are no secret and no wish: nothing keeps them from coming back. */
function removeContacts(state: WorkspaceState, rows: readonly Aged[], now: number): void {
  const contacts = rows.map(({ seq }) => seq);
  const records = contacts.flatMap((number) => state.contacts.byNumber(number) ?? []);
  const identifiers = state.identifiers.ofContacts(contacts);
  const person = {
    id: '',
    ids: records.map(({ id }) => id),
    contacts,
    records,
    identifiers,
    visitors: [],
    claims: identifiers.map(({ kind, system, norm }) => claimKey(kind, system, norm)),
    responses: [],
    displays: [],
    companies: state.personal.companiesOf(contacts),
    proofs: [],
    names: [],
    needles: records.map(({ id }) => id),
  };
  for (const forget of FORGETTERS) forget(state, person, now);
}

/**
 * Where in a stream rows from before a moment may be that no run has looked at: sealed blocks know which minutes they
 * hold, so that the clock does not read everything every day.
 */
function ranges(
  state: WorkspaceState,
  kind: 'responses' | 'comments' | 'displays',
  facts: FactStream,
  before: number,
): Range[] {
  const mark = state.retention.read().marks[kind] ?? NEVER;
  const heads = facts.sealed();
  const found = heads
    .filter(({ fromMinute }) => fromMinute * MINUTE < before)
    .filter(({ untilMinute, last }) => (untilMinute + 1) * MINUTE > mark.before || last > mark.seq)
    .map(({ first, last }): Range => [first, last]);
  return [...found, [(heads.at(-1)?.last ?? 0) + 1, LAST]];
}

/** How far a stream is looked through, once nothing older is left in it. */
export function markOf(state: WorkspaceState, kind: RetainedKind, before: number): Mark | null {
  if (kind === 'responses' || kind === 'comments') return { before, seq: state.responses.lastSeq() };
  return kind === 'displays' ? { before, seq: state.displays.lastSeq() } : null;
}
