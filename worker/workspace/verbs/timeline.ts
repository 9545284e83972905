import type { TimelineItem } from '../../../contract/contact.ts';
import { OUTCOMES } from '../../../contract/metric.ts';
import { unpack } from '../../facts/unpack.ts';
import type { WorkspaceState } from '../state.ts';
import type { ContactRecord } from '../tables/contacts.ts';
import { rootOf } from './contacts.ts';
import { presentIdentifier } from './presentContact.ts';
import { presentSummary } from './presentResponse.ts';

export type TimelineKind = 'all' | 'response' | 'display';

/**
 * What happened with a person, newest first: a bounded page that goes on below `cursor` (milliseconds).
 * Displays are found through the facts, which name the contact; rows are read for the page alone.
 */
export function timeline(
  state: WorkspaceState,
  input: { id: string; kind: TimelineKind; cursor?: number; limit: number; masked: boolean },
): { items: TimelineItem[]; next: string | null } | null {
  const root = rootOf(state, input.id);
  if (!root) return null;
  const leaves = state.contacts.leaves(root.number);
  const before = input.cursor ?? Number.MAX_SAFE_INTEGER;
  const items: TimelineItem[] = [];
  if (input.kind !== 'display') items.push(...responsesOf(state, leaves, before, input.limit + 1));
  if (input.kind !== 'response') items.push(...displaysOf(state, leaves, before, input.limit + 1));
  if (input.kind === 'all') items.push(...beginnings(state, root, leaves, input.masked));
  const page = items.filter((item) => Date.parse(item.at) < before).sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const shown = page.slice(0, input.limit);
  const last = shown.at(-1);
  return { items: shown, next: page.length > shown.length && last ? String(Date.parse(last.at)) : null };
}

function responsesOf(state: WorkspaceState, leaves: readonly number[], before: number, limit: number): TimelineItem[] {
  // Started and received may lie apart by a day at most, so a page's worth more by seq covers the page by time.
  let below = Number.MAX_SAFE_INTEGER;
  const found: TimelineItem[] = [];
  while (found.length < limit) {
    const seqs = state.responses.ofContacts(leaves, below, limit);
    if (seqs.length === 0) break;
    for (const response of presentSummary(state, state.responses.bySeqs(seqs))) {
      if (Date.parse(response.startedAt) < before) found.push({ kind: 'response', at: response.startedAt, response });
    }
    below = seqs.at(-1) ?? 0;
  }
  return found;
}

function displaysOf(state: WorkspaceState, leaves: readonly number[], before: number, limit: number): TimelineItem[] {
  const wanted = new Set(leaves);
  const seqs: number[] = [];
  for (const groups of state.displayFacts.read(0, Math.ceil(Math.min(before, 0xffff_ffff * 60_000) / 60_000) + 1, [
    'time',
    'who',
  ])) {
    const { seq, minute } = unpack('time', groups.time ?? new Uint8Array());
    const { contact } = unpack('who', groups.who ?? new Uint8Array());
    for (let i = 0; i < seq.length; i++) {
      if (wanted.has(contact[i] ?? 0) && (minute[i] ?? 0) * 60_000 < before) seqs.push(seq[i] ?? 0);
    }
  }
  return state.displays.bySeqs(seqs.slice(-limit)).map((record) => {
    const survey = state.surveys.byNumber(record.survey);
    return {
      kind: 'display',
      at: new Date(record.at).toISOString(),
      survey: survey?.id ?? '',
      surveyName: survey?.name ?? '',
      touchpoint: state.journey.byNumber(record.touchpoint)?.id ?? null,
      outcome: OUTCOMES[record.outcome] ?? 'shown',
    };
  });
}

/** How the person became known, and when further identifiers were first seen. */
function beginnings(
  state: WorkspaceState,
  root: ContactRecord,
  leaves: readonly number[],
  masked: boolean,
): TimelineItem[] {
  const later = state.identifiers
    .ofContacts(leaves)
    .filter((identifier) => identifier.firstSeen > root.createdAt + 60_000)
    .map(
      (identifier): TimelineItem => ({
        kind: 'identifier',
        at: new Date(identifier.firstSeen).toISOString(),
        identifier: presentIdentifier(identifier, masked),
      }),
    );
  return [...later, { kind: 'created', at: new Date(root.createdAt).toISOString(), source: root.source }];
}
