import { TRUSTS } from '../../../contract/metric.ts';
import { unpack } from '../../facts/unpack.ts';
import type { WorkspaceState } from '../state.ts';
import type { ContactRecord } from '../tables/contacts.ts';
import { type IdentifierRecord, isStrong } from '../tables/identifiers.ts';
import type { Traces } from '../tables/personal.ts';
import type { ResponseRecord } from '../tables/responses.ts';
import { claimKey } from '../verbs/identity/claimKey.ts';

const CLAIMED = TRUSTS.indexOf('claimed');

/** Everything that tells a person, gathered before any of it goes. */
export interface Person extends Traces {
  /** Of the root, as the address of their page has it. */
  id: string;
  /** Of the root and all leaves. */
  ids: readonly string[];
  records: readonly ContactRecord[];
  identifiers: readonly IdentifierRecord[];
  responses: readonly ResponseRecord[];
  /** Seqs of what they were shown. */
  displays: readonly number[];
  /** Full names, which others may have as well. */
  names: readonly string[];
  /** Their companies, as compared. */
  companies: readonly string[];
}

/** Shorter texts are looked for only as whole values: "7" is in everything. */
const LONG_ENOUGH = 6;

/** Gathers what tells a person, by the number of their root. */
export function personOf(state: WorkspaceState, root: ContactRecord): Person {
  const contacts = state.contacts.leaves(root.number);
  const family = new Set(contacts);
  const records = contacts.flatMap((number) => state.contacts.byNumber(number) ?? []);
  const identifiers = state.identifiers.ofContacts(contacts);
  const isTheirs = (visitor: string) =>
    state.identifiers.find('visitor', '', visitor).every(({ contact }) => family.has(contact));
  // A browser that others use too goes on being theirs.
  const linked = identifiers.flatMap(({ kind, norm }) => (kind === 'visitor' && isTheirs(norm) ? [norm] : []));
  const claims = identifiers
    .filter(({ kind }) => kind !== 'visitor')
    .map(({ kind, system, norm }) => claimKey(kind, system, norm));
  const proofs = needlesOf(
    identifiers.filter(({ kind }) => isStrong(kind)).flatMap(({ value, norm }) => [value, norm]),
  );
  const found = (browsers: readonly string[]) =>
    state.responses.bySeqs(state.personal.responses({ contacts, visitors: browsers, claims, proofs }));
  // Whoever only claims to be them sits at a browser of their own.
  const further = found(linked).flatMap(({ visitor, contact, trust }) =>
    visitor !== null && contact !== null && trust !== CLAIMED && isTheirs(visitor) ? [visitor] : [],
  );
  const visitors = [...new Set([...linked, ...further])];
  const responses = found(visitors);
  return {
    id: root.id,
    ids: records.map(({ id }) => id),
    contacts,
    records,
    identifiers,
    visitors,
    claims,
    responses,
    displays: displaysOf(state, family, visitors),
    companies: state.personal.companiesOf(contacts),
    proofs,
    names: needlesOf(records.flatMap(({ name }) => (name.includes(' ') ? [name] : []))),
    needles: needlesOf([
      ...records.map(({ id }) => id),
      ...identifiers.flatMap(({ value, norm }) => [value, norm]),
      ...responses.map(({ id }) => id),
      ...visitors,
    ]),
  };
}

function displaysOf(state: WorkspaceState, family: ReadonlySet<number>, visitors: readonly string[]): number[] {
  const seqs = new Set(state.personal.displaysOf(visitors));
  for (const groups of state.displayFacts.all(['time', 'who'])) {
    const { contact } = unpack('who', groups.who ?? new Uint8Array());
    const own = contact.some((number) => number !== 0 && family.has(number));
    if (!own) continue;
    const { seq } = unpack('time', groups.time ?? new Uint8Array());
    for (const [index, number] of contact.entries()) if (family.has(number)) seqs.add(seq[index] ?? 0);
  }
  return [...seqs].sort((a, b) => a - b);
}

/** Texts as they stand inside JSON: long ones anywhere, short ones only as a whole value. */
function needlesOf(texts: readonly string[]): string[] {
  const inJson = [...new Set(texts)].filter(Boolean).map((text) => JSON.stringify(text));
  return inJson.map((quoted) => (quoted.length - 2 >= LONG_ENOUGH ? quoted.slice(1, -1) : quoted));
}
