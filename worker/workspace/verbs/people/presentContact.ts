import type { Contact, ContactSummary, Identifier } from '../../../../contract/contact.ts';
import { METRICS, TRUSTS } from '../../../../contract/metric.ts';
import { type Block, scan } from '../../../facts/scan.ts';
import { foldText } from '../../../identity/foldText.ts';
import { maskAttributes } from '../../../identity/maskAttributes.ts';
import { maskIdentifier } from '../../../identity/maskIdentifier.ts';
import { maskText } from '../../../identity/maskText.ts';
import type { WorkspaceState } from '../../state.ts';
import type { ContactRecord } from '../../tables/contacts.ts';
import type { IdentifierRecord } from '../../tables/identifiers.ts';
import type { LastHeard } from '../../tables/responses.ts';

const COLLEAGUES_SHOWN = 6;

/** Rows of the people list: two look-ups for all of them. `masked` hides identifiers, for viewers. */
export function presentContacts(
  state: WorkspaceState,
  records: readonly ContactRecord[],
  masked: boolean,
): ContactSummary[] {
  const families = state.contacts.families(records.map(({ number }) => number));
  const leaves = [...families.values()].flat();
  const identifiers = state.identifiers.ofContacts(leaves);
  const summaries = state.responses.summaryOf(leaves);
  const many = countMany(
    state,
    [...summaries].flatMap(([leaf, { responses }]) => (responses === null ? [leaf] : [])),
  );
  return records.map((record) => {
    const family = families.get(record.number) ?? [];
    const own = identifiers.filter(({ contact }) => family.includes(contact));
    const heard = family.flatMap((leaf) => summaries.get(leaf) ?? []);
    const last = heard
      .flatMap((one) => one.last ?? [])
      .reduce<LastHeard | null>((a, b) => (a && a.at >= b.at ? a : b), null);
    const first = (kind: 'email' | 'phone') => {
      const value = own.find((identifier) => identifier.kind === kind)?.value;
      return value === undefined ? null : masked ? maskIdentifier(kind, value) : value;
    };
    return {
      id: record.id,
      name: masked ? maskText(record.name) : record.name,
      email: first('email'),
      phone: first('phone'),
      company: record.company,
      responses: family.reduce((sum, leaf) => sum + (summaries.get(leaf)?.responses ?? many.get(leaf) ?? 0), 0),
      lastScore: last?.score ?? null,
      lastMetric: METRICS[last?.metric ?? 0] ?? 'none',
      lastResponseAt: last ? new Date(last.at).toISOString() : null,
      createdAt: new Date(record.createdAt).toISOString(),
      updatedAt: new Date(record.updatedAt).toISOString(),
    };
  });
}

/** How many responses those have who gave too many to be counted row by row: from the facts, in one pass. */
function countMany(state: WorkspaceState, leaves: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>(leaves.map((leaf) => [leaf, 0]));
  if (leaves.length === 0) return counts;
  const blocks = state.responseFacts.all(['figure', 'who']) as Iterable<Block>;
  scan(blocks, { contacts: new Set(leaves) }, ['who'], ({ contact }, i) => {
    const leaf = contact[i] ?? 0;
    counts.set(leaf, (counts.get(leaf) ?? 0) + 1);
  });
  return counts;
}

/** One person with everything known of them and where it came from. */
export function presentContact(state: WorkspaceState, root: ContactRecord, masked: boolean): Contact {
  const [summary] = presentContacts(state, [root], masked);
  if (!summary) throw new Error('a contact presented is a contact answered');
  const leaves = state.contacts.leaves(root.number);
  const company = root.company ? foldText(root.company) : null;
  return {
    ...summary,
    identifiers: state.identifiers.ofContacts(leaves).map((record) => presentIdentifier(record, masked)),
    attributes: masked ? maskAttributes(root.attributes) : root.attributes,
    provenance: root.provenance,
    colleagues: company
      ? presentContacts(state, state.contacts.colleagues(company, root.number, COLLEAGUES_SHOWN), masked)
      : [],
    colleaguesTotal: company ? state.contacts.countColleagues(company, root.number) : 0,
  };
}

/** An identifier as the API shows it. */
export function presentIdentifier(record: IdentifierRecord, masked: boolean): Identifier {
  return {
    kind: record.kind,
    ...(record.system ? { system: record.system } : {}),
    value: masked ? maskIdentifier(record.kind, record.value) : record.value,
    trust: TRUSTS[record.trust] ?? 'anonymous',
    source: record.source,
    firstSeen: new Date(record.firstSeen).toISOString(),
    lastSeen: new Date(record.lastSeen).toISOString(),
  };
}
