import type { ErasedKind } from '../../../contract/erased.ts';
import { derive } from '../derived/derived.ts';
import type { WorkspaceState } from '../state.ts';
import { forgetImports } from './forgetImports.ts';
import { forgetQuotes } from './forgetQuotes.ts';
import type { Person } from './personOf.ts';

export type ErasedCounts = Partial<Record<ErasedKind, number>>;

/** Takes a person out of what one area keeps, and answers how many rows of which kind that was. */
export type Forget = (state: WorkspaceState, person: Person, now: number) => ErasedCounts;

/**
 * Everything beside the answers that is kept of people, each place once. Whoever adds a table that may hold something of
 * a person adds a line here; `test/worker/erasure.test.ts` fails when a column is not accounted for. The people
 * themselves go last, so that the others can still look them up.
 */
export const FORGETTERS: readonly Forget[] = [
  // Before the pairs they may be in, which say whose grounds an undo would bring back.
  (state, person) => ({ imports: forgetImports(state, person) }),
  (state, { contacts }) => ({ events: state.personal.removeEvents(contacts) }),
  (state, { contacts }) => ({ consents: state.personal.removeConsents(contacts) }),
  (state, { contacts }) => ({
    decisions: state.personal.removeDecisions(contacts) + state.dueSurveys.forget(contacts),
  }),
  (state, { contacts }, now) => ({ invitations: state.personal.revokeInvitations(contacts, now) }),
  (state, { contacts, visitors }) => {
    const merges = state.merges.ofContacts(contacts).length;
    const suggestions = state.suggestions.ofContacts(contacts).length;
    // That they were joined stays with whoever else was, and cannot be undone any more.
    state.merges.erase(contacts);
    state.suggestions.erase(contacts);
    state.personal.removeTies(contacts, visitors);
    return { merges, suggestions };
  },
  // What stands in a customer system is taken away there as well, as soon as it can be reached.
  (state, { responses }) => ({ connections: state.wayBack.forget(responses.map(({ seq }) => seq)) }),
  (state, person) => ({ segments: forgetQuotes(state, person) }),
  (state, { claims, visitors, ids, contacts }) => ({
    jobs: state.personal.removeJobs([...claims, ...visitors, ...ids, ...contacts.map(String)]),
  }),
  (state, { contacts }) => ({ identifiers: state.personal.removeIdentifiers(contacts) }),
  (state, { contacts, companies }, now) => {
    const removed = state.personal.removeContacts(contacts);
    state.contacts.recount();
    // What is derived from people learns at once that they are gone.
    derive(state, contacts, now);
    state.contactIndex.purge();
    return { contacts: removed, search: removed, companies: state.personal.removeCompanies(companies) };
  },
];
