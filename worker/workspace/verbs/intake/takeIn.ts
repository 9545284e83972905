import type { Attributes } from '../../../../contract/contact.ts';
import type { IdentityEvidence, MergeChoice } from '../../../../contract/identity.ts';
import type { Incoming, Intake, Taken } from '../../intake.ts';
import type { WorkspaceState } from '../../state.ts';
import type { ContactRecord } from '../../tables/contacts.ts';
import type { IdentifierRecord } from '../../tables/identifiers.ts';
import { type NewIdentifier, retryClaims } from '../identity/addIdentifier.ts';
import { claimKey } from '../identity/claimKey.ts';
import { createPerson } from '../identity/createPerson.ts';
import { mergeContacts } from '../identity/mergeContacts.ts';
import { attributeField } from '../identity/showPerson.ts';
import { suggest } from '../identity/suggest.ts';
import { releaseFields, saveContact } from '../people/saveContact.ts';
import { decideIncoming, type IntakeDecision, type Known } from './decideIncoming.ts';

/**
 * Takes in one record of a person: the one way by which files, calls and connectors bring somebody. Writes what
 * `decideIncoming` decides, and nothing where nothing is new.
 */
export function takeIn(state: WorkspaceState, incoming: Incoming, intake: Intake, now: number): Taken {
  const decision = decideIncoming(knownOf(state), incoming, intake, now);
  const contact = carryOut(state, incoming, intake, decision, now);
  return {
    verdict: decision.verdict,
    contact,
    ...(decision.why ? { why: decision.why } : {}),
    changed: decision.changed,
    notes: decision.notes,
    stays: decision.stays,
  };
}

/** The tables, as deciding asks them about one record. */
export function knownOf(state: WorkspaceState): Known {
  const families = new Map<number, { keys: Set<string>; systems: string[]; records: string[] }>();
  const of = (person: number) => {
    let family = families.get(person);
    if (!family) {
      const own = state.identifiers.ofContacts(state.contacts.leaves(person));
      const records = own.flatMap(({ kind, system }) => (kind === 'external' ? [system] : []));
      family = {
        keys: new Set(own.map(({ kind, system, norm }) => claimKey(kind, system, norm))),
        systems: [...new Set(records)],
        records,
      };
      families.set(person, family);
    }
    return family;
  };
  return {
    country: state.settings.read().country,
    erased: (kind, system, norm) => state.tombstones.has(kind, system, norm),
    holder: (kind, system, norm) => state.identifiers.strong(kind, system, norm),
    person(leaf) {
      const root = state.contacts.root(leaf);
      if (!root) throw new Error('an identifier points at nobody');
      return root;
    },
    has: (person, kind, system, norm) => of(person).keys.has(claimKey(kind, system, norm)),
    systemsOf: (person) => of(person).systems,
    recordsOf: (person, system) => of(person).records.filter((one) => one === system).length,
  };
}

/** Writes a decision; answers the survivor's number. */
function carryOut(
  state: WorkspaceState,
  incoming: Incoming,
  intake: Intake,
  decision: IntakeDecision,
  now: number,
): number | null {
  if (decision.verdict === 'refuse') return null;
  if (decision.verdict === 'create') {
    const contact = make(state, incoming, intake, decision, now);
    for (const other of decision.suggest) suggestPair(state, other, contact, incoming.email, intake, now);
    return contact;
  }
  const { contact } = decision;
  if (contact === null) return null;
  for (const other of decision.suggest) suggestPair(state, contact, other, incoming.email, intake, now);
  if (decision.verdict === 'skip') return contact;
  if (decision.remove) takeBack(state, decision.remove, decision.leaf, intake, now);
  if (decision.leaf !== null) gain(state, decision.leaf, decision, intake, now);
  if (decision.asLeaf) {
    const leaf = make(state, incoming, intake, decision, now);
    join(state, incoming, intake, decision, { survivor: contact, absorbed: leaf, overlay: shownFrom(decision) }, now);
    return contact;
  }
  change(state, contact, incoming, intake, decision, now);
  for (const absorbed of decision.absorb) {
    join(state, incoming, intake, decision, { survivor: contact, absorbed }, now);
  }
  return contact;
}

function join(
  state: WorkspaceState,
  incoming: Incoming,
  intake: Intake,
  decision: IntakeDecision,
  pair: { survivor: number; absorbed: number; overlay?: MergeChoice },
  now: number,
): void {
  const merged = mergeContacts(
    state,
    {
      ...pair,
      by: intake.actor,
      method: intake.batch === undefined ? 'rule' : 'import',
      evidence: evidenceOf(decision, incoming, intake),
      batch: intake.batch,
    },
    now,
  );
  if (merged.ok) intake.undo?.push({ step: 'merged', merge: merged.id });
}

/** Fields that a second record of a system overrules are shown from its leaf: they go when the two are parted. */
function shownFrom({ fields }: IntakeDecision): MergeChoice {
  return {
    ...(fields.name === undefined ? {} : { name: 'absorbed' }),
    ...(fields.company === undefined ? {} : { company: 'absorbed' }),
    attributes: Object.fromEntries(Object.keys(fields.attributes ?? {}).map((name) => [name, 'absorbed'])),
  };
}

function make(
  state: WorkspaceState,
  incoming: Incoming,
  intake: Intake,
  { add, asLeaf }: IntakeDecision,
  now: number,
): number {
  const at = incoming.updatedAt ?? now;
  const contact = createPerson(
    state,
    {
      name: incoming.name,
      company: incoming.company || null,
      attributes: incoming.attributes,
      source: intake.source,
      identifiers: add.map((one) => newIdentifier(one, intake)),
      createdAt: Math.min(incoming.createdAt ?? at, at),
      updatedAt: at,
    },
    now,
  );
  intake.undo?.push({ step: 'created', contact, ...(asLeaf ? { asLeaf } : {}) });
  return contact;
}

function newIdentifier(one: IntakeDecision['add'][number], intake: Intake): NewIdentifier {
  return { ...one, trust: intake.trust, source: intake.source };
}

/** A leaf gains identifiers. */
function gain(
  state: WorkspaceState,
  leaf: number,
  { add, contact }: IntakeDecision,
  intake: Intake,
  now: number,
): void {
  for (const one of add) {
    const identifier = newIdentifier(one, intake);
    state.identifiers.insert({ ...identifier, contact: leaf, firstSeen: now, lastSeen: now });
    intake.undo?.push({ step: 'added', kind: one.kind, system: one.system, norm: one.norm, contact: leaf });
    retryClaims(state, identifier, now);
  }
  const record = add.length > 0 && leaf !== contact ? state.contacts.byNumber(leaf) : undefined;
  if (record) saveContact(state, record, now);
}

function takeBack(
  state: WorkspaceState,
  { kind, system, norm }: IntakeDecision['add'][number],
  leaf: number | null,
  intake: Intake,
  now: number,
): void {
  const known = leaf === null ? undefined : state.identifiers.own(kind, system, norm, leaf);
  if (!known) return;
  state.identifiers.remove(known);
  intake.undo?.push({ step: 'removed', identifier: known satisfies IdentifierRecord });
  const record = state.contacts.byNumber(known.contact);
  if (record) saveContact(state, record, now);
}

/** Writes new values over a contact's fields, with where they came from. */
function change(
  state: WorkspaceState,
  contact: number,
  incoming: Incoming,
  intake: Intake,
  { fields, add, leaf }: IntakeDecision,
  now: number,
): void {
  const record = state.contacts.byNumber(contact);
  if (!record) return;
  const names = [
    ...(fields.name === undefined ? [] : ['name']),
    ...(fields.company === undefined ? [] : ['company']),
    ...Object.keys(fields.attributes ?? {}),
  ];
  if (names.length === 0) {
    if (add.length > 0 && leaf === contact) saveContact(state, record, now);
    return;
  }
  const released = state.merges.inForce([contact]).map(({ number, released }) => ({ number, released }));
  const wrote = { source: intake.source, at: new Date(incoming.updatedAt ?? now).toISOString() };
  const after: ContactRecord = {
    ...record,
    name: fields.name ?? record.name,
    company: fields.company ?? record.company,
    attributes: { ...record.attributes, ...fields.attributes },
    provenance: { ...record.provenance, ...Object.fromEntries(names.map((name) => [name, wrote])) },
    updatedAt: now,
  };
  releaseFields(
    state,
    contact,
    names.map((name) => (name === 'name' || name === 'company' ? name : attributeField(name))),
  );
  saveContact(state, after, now);
  if (!intake.undo) return;
  // What a survivor had already, and only did not show, is not written anew.
  const written = state.contacts.byNumber(contact)?.provenance ?? {};
  const changed = names.filter((name) => written[name]?.at === wrote.at && written[name]?.source === wrote.source);
  intake.undo.push({
    step: 'fields',
    contact,
    before: {
      ...(fields.name === undefined ? {} : { name: record.name }),
      ...(fields.company === undefined ? {} : { company: record.company }),
      attributes: Object.fromEntries(
        changed.flatMap((name) => {
          const value = record.attributes[name];
          return value === undefined ? [] : [[name, value]];
        }),
      ),
    },
    provenance: Object.fromEntries(changed.map((name) => [name, record.provenance[name] ?? null])),
    wrote,
    after: Object.fromEntries(
      changed.flatMap((name) => {
        const value = fieldOf(after, name);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    ...(released.length > 0 ? { released } : {}),
    updatedAt: { before: record.updatedAt, after: now },
  });
}

/** A field's value: `name`, `company` or an attribute. */
export function fieldOf({ name, company, attributes }: ContactRecord, field: string): Attributes[string] | undefined {
  if (field === 'name') return name;
  return field === 'company' ? (company ?? undefined) : attributes[field];
}

/** Two people who share an address but not a name: for somebody to decide. */
function suggestPair(
  state: WorkspaceState,
  a: number,
  b: number,
  value: string,
  { source, undo }: Intake,
  now: number,
): void {
  const open = undo && state.suggestions.between(state.contacts.leaves(a), state.contacts.leaves(b));
  const number = suggest(state, a, b, { kind: 'shared', identifier: 'email', value, source }, now);
  if (!undo || number === null) return;
  const before = open?.find((one) => one.number === number);
  undo.push(
    before
      ? { step: 'weighed', contact: a, suggestion: number, weight: before.weight, evidence: before.evidence }
      : { step: 'suggested', suggestion: number },
  );
}

function evidenceOf({ through }: IntakeDecision, incoming: Incoming, { source }: Intake): IdentityEvidence[] {
  const { master } = incoming;
  if (master) return [{ kind: 'record', source, system: master.system, value: master.value }];
  if (!through || through.kind === 'visitor') return [];
  const system = through.system ? { system: through.system } : {};
  return [{ kind: 'shared', identifier: through.kind, ...system, value: through.value, source }];
}
