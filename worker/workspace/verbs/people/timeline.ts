import type { TimelineItem } from '../../../../contract/contact.ts';
import { OUTCOMES } from '../../../../contract/metric.ts';
import { FLAG } from '../../../facts/fact.ts';
import { unpack } from '../../../facts/unpack.ts';
import { maskAttributes } from '../../../identity/maskAttributes.ts';
import { maskText } from '../../../identity/maskText.ts';
import { presentSummary } from '../../presentResponse.ts';
import type { WorkspaceState } from '../../state.ts';
import type { ContactRecord } from '../../tables/contacts.ts';
import { rootOf } from './contacts.ts';
import { presentIdentifier } from './presentContact.ts';

export type TimelineKind = 'all' | 'response' | 'display' | 'event';

const MINUTE = 60_000;
const LAST = Number.MAX_SAFE_INTEGER;

/** An item with what orders it: when it happened and, at the same moment, a tie-breaker that never changes. */
interface Placed {
  at: number;
  tie: string;
  item: TimelineItem;
}

/**
 * What happened with a person, newest first: a bounded page that goes on below `cursor`, which is opaque to callers.
 * Displays are found through the facts, which name the contact; rows are read for about a page alone.
 */
export function timeline(
  state: WorkspaceState,
  input: { id: string; kind: TimelineKind; cursor?: string; limit: number; masked: boolean },
): { items: TimelineItem[]; next: string | null } | null {
  const root = rootOf(state, input.id);
  if (!root) return null;
  const leaves = state.contacts.leaves(root.number);
  const below = readCursor(input.cursor);
  const wanted = input.limit + 1;
  const found: Placed[] = [];
  const wants = (kind: TimelineKind) => input.kind === 'all' || input.kind === kind;
  if (wants('response')) found.push(...responsesOf(state, leaves, below, wanted, input.masked));
  if (wants('display')) found.push(...displaysOf(state, leaves, below, wanted));
  if (wants('event')) found.push(...eventsOf(state, leaves, below, wanted, input.masked));
  if (input.kind === 'all') found.push(...beginnings(state, root, leaves, input.masked));
  const page = found.filter((placed) => compare(placed, below) > 0).sort(compare);
  const shown = page.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ item }) => item),
    next: page.length > shown.length && last ? `${last.at}_${last.tie}` : null,
  };
}

/** Newest first. */
function compare(a: Pick<Placed, 'at' | 'tie'>, b: Pick<Placed, 'at' | 'tie'>): number {
  return b.at - a.at || (a.tie < b.tie ? 1 : a.tie > b.tie ? -1 : 0);
}

function readCursor(cursor: string | undefined): Pick<Placed, 'at' | 'tie'> {
  const [, at, tie] = /^(\d{1,16})_(.{1,200})$/.exec(cursor ?? '') ?? [];
  return { at: at === undefined ? LAST : Number(at), tie: tie ?? '~' };
}

/** Ties of one kind sort as their seqs do. */
function tieOf(kind: 'r' | 'd' | 'e', seq: number): string {
  return kind + String(seq).padStart(16, '0');
}

function responsesOf(
  state: WorkspaceState,
  leaves: readonly number[],
  below: Pick<Placed, 'at' | 'tie'>,
  limit: number,
  masked: boolean,
): Placed[] {
  // At the cursor's own moment everything below it by tie still counts, so that moment is read whole by seq.
  const seq = below.tie.startsWith('r') ? Number(below.tie.slice(1)) : LAST;
  const records = state.responses.bySeqs(state.responses.ofContacts(leaves, { at: below.at, seq }, limit));
  return presentSummary(state, records, masked).map((response, index) => ({
    at: Date.parse(response.startedAt),
    tie: tieOf('r', records[index]?.seq ?? 0),
    item: { kind: 'response', at: response.startedAt, response },
  }));
}

function displaysOf(
  state: WorkspaceState,
  leaves: readonly number[],
  below: Pick<Placed, 'at' | 'tie'>,
  limit: number,
): Placed[] {
  const contacts = new Set(leaves);
  const until = Math.min(Math.floor(below.at / MINUTE) + 1, 0xffff_ffff);
  const seqs: { seq: number; minute: number }[] = [];
  for (const groups of state.displayFacts.read(0, until, ['time', 'figure', 'who'])) {
    const { seq, minute } = unpack('time', groups.time ?? new Uint8Array());
    const { flags } = unpack('figure', groups.figure ?? new Uint8Array());
    const { contact } = unpack('who', groups.who ?? new Uint8Array());
    for (let i = 0; i < seq.length; i++) {
      const at = minute[i] ?? 0;
      if ((flags[i] ?? 0) & FLAG.test) continue;
      if (contacts.has(contact[i] ?? 0) && at < until) seqs.push({ seq: seq[i] ?? 0, minute: at });
    }
  }
  seqs.sort((a, b) => b.minute - a.minute || b.seq - a.seq);
  // Facts know minutes, the cursor milliseconds: the cursor's own minute is read whole, and then a page.
  const own = seqs.filter(({ minute }) => minute === until - 1).length;
  return state.displays.bySeqs(seqs.slice(0, own + limit).map(({ seq }) => seq)).map((record) => {
    const survey = state.surveys.byNumber(record.survey);
    const at = new Date(record.at).toISOString();
    return {
      at: record.at,
      tie: tieOf('d', record.seq),
      item: {
        kind: 'display',
        at,
        survey: survey?.id ?? '',
        surveyName: survey?.name ?? '',
        touchpoint: state.journey.byNumber(record.touchpoint)?.id ?? null,
        outcome: OUTCOMES[record.outcome] ?? 'shown',
      },
    };
  });
}

function eventsOf(
  state: WorkspaceState,
  leaves: readonly number[],
  below: Pick<Placed, 'at' | 'tie'>,
  limit: number,
  masked: boolean,
): Placed[] {
  // As for responses: at the cursor's own moment, below what of its kind was there last.
  const seq = below.tie.startsWith('e') ? Number(below.tie.slice(1)) : LAST;
  return state.events.ofContacts(leaves, { at: below.at, seq }, limit).map((event) => {
    const at = new Date(event.at).toISOString();
    const properties = masked ? maskAttributes(event.properties) : event.properties;
    return {
      at: event.at,
      tie: tieOf('e', event.seq),
      item: { kind: 'event', at, name: masked ? maskText(event.name) : event.name, source: event.source, properties },
    };
  });
}

/** How the person became known, and when further identifiers were first seen. */
function beginnings(state: WorkspaceState, root: ContactRecord, leaves: readonly number[], masked: boolean): Placed[] {
  const later = state.identifiers
    .ofContacts(leaves)
    .filter((identifier) => identifier.firstSeen > root.createdAt + MINUTE)
    .map((record): Placed => {
      const at = new Date(record.firstSeen).toISOString();
      const identifier = presentIdentifier(record, masked);
      return {
        at: record.firstSeen,
        tie: `i${record.kind}${record.system}`,
        item: { kind: 'identifier', at, identifier },
      };
    });
  const created = new Date(root.createdAt).toISOString();
  return [...later, { at: root.createdAt, tie: '0', item: { kind: 'created', at: created, source: root.source } }];
}
