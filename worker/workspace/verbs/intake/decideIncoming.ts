import type { IntakeNote, IntakeVerdict, IntakeWhy } from '../../../../contract/imports.ts';
import { compatibleNames } from '../../../identity/compatibleNames.ts';
import { normaliseIdentifier } from '../../../identity/normaliseIdentifier.ts';
import { type ContactPlan, type Hit, planContact } from '../../../identity/planContact.ts';
import { ROW_SYSTEM, rowFingerprint } from '../../../identity/rowFingerprint.ts';
import {
  changedFields,
  type FieldChanges,
  type KnownFields,
  type StayingField,
  settleFields,
} from '../../../identity/settleFields.ts';
import type { Incoming, Intake } from '../../intake.ts';
import type { IdentifierKind, StrongKind } from '../../tables/identifiers.ts';
import { claimKey } from '../identity/claimKey.ts';

/** An identifier that could be read. */
export interface ReadIdentifier {
  kind: IdentifierKind;
  /** '' unless external */
  system: string;
  value: string;
  norm: string;
}

/** A person as deciding needs them: everything their identifiers' leaves were joined to. */
export interface KnownPerson extends KnownFields {
  number: number;
}

/** What is known while records are decided about: the tables, or the tables as a dry run imagines them. */
export interface Known {
  country: string;
  erased(kind: IdentifierKind, system: string, norm: string): boolean;
  /** The leaf that a strong identifier points at. */
  holder(kind: StrongKind, system: string, norm: string): number | null;
  /** The person a leaf belongs to. */
  person(leaf: number): KnownPerson;
  /** Whether a person is known by an identifier. */
  has(person: number, kind: IdentifierKind, system: string, norm: string): boolean;
  /** The systems that have an id of a person. */
  systemsOf(person: number): readonly string[];
  /** How many ids of a system a person has. */
  recordsOf(person: number, system: string): number;
}

/** What becomes of a record, before anything is written. */
export interface IntakeDecision {
  verdict: IntakeVerdict;
  why?: IntakeWhy;
  /** The survivor; null when there is none yet. */
  contact: number | null;
  /** The leaf that gains the new identifiers; null when one is made. */
  leaf: number | null;
  /** Makes a leaf that is merged into the survivor. */
  asLeaf: boolean;
  absorb: number[];
  suggest: number[];
  /** Identifiers the contact gains, or the new one has. */
  add: ReadIdentifier[];
  /** The id that its source has taken back. */
  remove: ReadIdentifier | null;
  fields: FieldChanges;
  /** Its system has another record of the same person. */
  oneOfSeveral: boolean;
  /** What the record has otherwise, and does not change. */
  stays: StayingField[];
  /** What brought the record to the contact. */
  through: ReadIdentifier | null;
  notes: IntakeNote[];
  changed: string[];
}

const NOTHING = {
  leaf: null,
  asLeaf: false,
  absorb: [],
  suggest: [],
  add: [],
  remove: null,
  fields: {},
  oneOfSeveral: false,
  stays: [],
  through: null,
};

/** The attribute that says that a system has deleted its record of somebody. */
export function deletedMark(system: string): string {
  return `${system} deleted`;
}

/** Decides about one record; writes nothing. */
export function decideIncoming(known: Known, incoming: Incoming, intake: Intake, now: number): IntakeDecision {
  const notes: IntakeNote[] = [];
  const ids = readIds(known, incoming, notes);
  const email = readOne(known, 'email', incoming.email, notes);
  const phones = incoming.phones.flatMap((phone) => readOne(known, 'phone', phone, notes) ?? []);
  const record: ReadRecord = { incoming, intake, now, ids, email, phones, notes };
  if (incoming.deleted && incoming.master) return decideMerged(known, record, incoming.master);
  if (incoming.deleted) return decideDeleted(known, record);
  return decideLiving(known, record);
}

interface ReadRecord {
  incoming: Incoming;
  intake: Intake;
  now: number;
  ids: ReadIdentifier[];
  email: ReadIdentifier | null;
  phones: ReadIdentifier[];
  notes: IntakeNote[];
}

function decideLiving(known: Known, record: ReadRecord): IntakeDecision {
  const { incoming, notes } = record;
  const found = lookUp(known, record);
  const { plan } = found;
  const done = { ...NOTHING, contact: null, notes, changed: [] };
  if (plan.verdict === 'refuse') return { ...done, verdict: 'refuse', why: plan.why };
  if (plan.verdict === 'create') {
    if (plan.withoutEmail) notes.push({ field: 'email', why: 'taken' });
    const { name, company, attributes } = incoming;
    return {
      ...done,
      verdict: 'create',
      ...(plan.withoutEmail ? { why: 'shared-email' as const } : {}),
      suggest: plan.suggest,
      add: once(found.carried.filter(({ kind }) => !(plan.withoutEmail && kind === 'email'))),
      fields: { name, company, attributes },
    };
  }
  const contact = plan.verdict === 'update' ? plan.contact : plan.into;
  const joins = plan.verdict === 'merge' ? { absorb: plan.absorb, asLeaf: plan.asLeaf } : { absorb: [], asLeaf: false };
  return changesOf(known, record, { ...joins, contact, found, suggest: plan.suggest });
}

/** A deleted record says no more than that its system has let go of somebody: the person stays. */
function decideDeleted(known: Known, { ids, email, notes, now }: ReadRecord): IntakeDecision {
  const done = { ...NOTHING, notes, changed: [] };
  for (const id of ids) {
    const leaf = known.holder('external', id.system, id.norm);
    if (leaf === null) continue;
    const { number } = known.person(leaf);
    return {
      ...done,
      verdict: 'update',
      why: 'deleted-there',
      contact: number,
      leaf,
      remove: id,
      through: id,
      fields: { attributes: { [deletedMark(id.system)]: new Date(now).toISOString().slice(0, 10) } },
      changed: [`external:${id.system}`, deletedMark(id.system)],
    };
  }
  const isErased = [...ids, ...(email ? [email] : [])].some((one) => known.erased(one.kind, one.system, one.norm));
  if (isErased) return { ...done, verdict: 'refuse', why: 'erased', contact: null };
  return { ...done, verdict: 'skip', why: 'deleted-unknown', contact: null };
}

/** A record that its system has merged into another brings what it is known by along, and overrules nothing. */
function decideMerged(known: Known, record: ReadRecord, master: { system: string; value: string }): IntakeDecision {
  const { notes } = record;
  const done = { ...NOTHING, notes, changed: [] };
  const norm = normaliseIdentifier('external', master.value, known.country);
  const leaf = norm === null ? null : known.holder('external', master.system, norm);
  if (leaf === null) return decideDeleted(known, record);
  const survivor = known.person(leaf);
  const quiet = { ...record, intake: { ...record.intake, conflict: 'keep' as const, perField: {} } };
  const found = lookUp(known, quiet);
  if (found.plan.verdict === 'refuse') return { ...done, verdict: 'refuse', why: found.plan.why, contact: null };
  const own = found.leaf === null || found.plan.verdict === 'create' ? null : known.person(found.leaf);
  if (own && own.number === survivor.number) {
    return changesOf(known, quiet, { contact: survivor.number, found, suggest: [], absorb: [], asLeaf: false });
  }
  if (own && !compatibleNames(own.name, survivor.name)) {
    return { ...done, verdict: 'skip', why: 'master-named-otherwise', contact: survivor.number, suggest: [own.number] };
  }
  const joins = { absorb: own ? [own.number] : [], asLeaf: own === null };
  return changesOf(known, quiet, { ...joins, contact: survivor.number, found, suggest: [] });
}

interface Found {
  plan: ContactPlan;
  /** Everything the record is known by. */
  carried: ReadIdentifier[];
  /** The leaf that the first identifier points at, and that identifier. */
  leaf: number | null;
  through: ReadIdentifier | null;
}

/** Whom a record's identifiers point at, and what follows from it. */
function lookUp(known: Known, { incoming, ids, email, phones }: ReadRecord): Found {
  const name = incoming.name;
  const strong = [...ids];
  const hits: { leaf: number; id: ReadIdentifier }[] = [];
  const holderOf = (id: ReadIdentifier) => {
    const leaf = known.holder('external', id.system, id.norm);
    if (leaf !== null) hits.push({ leaf, id });
  };
  for (const id of ids) holderOf(id);
  const emailLeaf = email && known.holder('email', '', email.norm);
  const isTheirs = emailLeaf !== null && compatibleNames(name, known.person(emailLeaf).name);
  const isSomebody = name !== '' || phones.length > 0;
  if (ids.length === 0 && isSomebody && (!email || (emailLeaf !== null && !isTheirs))) {
    // Nothing strong of its own: the same record must be the same person when it comes again.
    const value = rowFingerprint({
      name,
      email: email?.norm ?? '',
      phones: phones.map(({ norm }) => norm),
      company: incoming.company,
    });
    const own: ReadIdentifier = { kind: 'external', system: ROW_SYSTEM, value, norm: value };
    strong.push(own);
    holderOf(own);
  }
  const carried = [...strong, ...(email ? [email] : []), ...phones];
  const hitOf = (leaf: number): Hit => {
    const { number, name: called } = known.person(leaf);
    // Which systems know them matters only to a record found by its email.
    return { contact: number, name: called, systems: hits.length > 0 ? [] : known.systemsOf(number) };
  };
  // A phone may be shared: it speaks for nobody where there is something better.
  const proof = ids.length > 0 || email ? carried.filter(({ kind }) => kind !== 'phone') : carried;
  const isErased = proof.some(({ kind, system, norm }) => known.erased(kind, system, norm));
  const plan = planContact({
    name,
    ids: hits.map(({ leaf }) => hitOf(leaf)),
    email: emailLeaf === null ? null : hitOf(emailLeaf),
    newSystems: ids.map(({ system }) => system),
    hasIdentifier: ids.length > 0 || email !== null || phones.length > 0,
    erased: isErased,
  });
  const [first] = hits;
  if (first) return { plan, carried, leaf: first.leaf, through: first.id };
  return { plan, carried, leaf: emailLeaf, through: emailLeaf === null ? null : email };
}

interface Target {
  contact: number;
  found: Found;
  suggest: number[];
  absorb: number[];
  asLeaf: boolean;
}

/** What a record adds to and changes of somebody known. */
function changesOf(known: Known, { incoming, intake, now, notes, ids }: ReadRecord, target: Target): IntakeDecision {
  const { contact, found, absorb, asLeaf } = target;
  const person = known.person(contact);
  const add = once(found.carried).filter((one) => {
    if (known.has(contact, one.kind, one.system, one.norm)) return false;
    if (one.kind === 'phone' || one.kind === 'visitor') return true;
    const leaf = known.holder(one.kind, one.system, one.norm);
    if (leaf === null) return true;
    // Another's who is not joined to them: it stays where it is.
    if (!absorb.includes(known.person(leaf).number)) notes.push({ field: fieldOf(one), why: 'taken' });
    return false;
  });
  const from = { source: intake.source, at: incoming.updatedAt ?? now };
  const oneOfSeveral = ids.some(
    ({ kind, system, norm }) => known.recordsOf(contact, system) > (known.has(contact, kind, system, norm) ? 1 : 0),
  );
  const { changes: fields, stays } = settleFields(person, incoming, from, { ...intake, oneOfSeveral });
  const changed = [...changedFields(fields), ...add.map(fieldOf)];
  const isJoin = absorb.length > 0 || asLeaf;
  return {
    verdict: isJoin ? 'merge' : changed.length > 0 ? 'update' : 'skip',
    ...(isJoin || changed.length > 0 ? {} : { why: 'unchanged' as const }),
    contact,
    leaf: asLeaf ? null : found.leaf !== null && known.person(found.leaf).number === contact ? found.leaf : contact,
    asLeaf,
    absorb,
    suggest: target.suggest,
    add,
    remove: null,
    fields,
    oneOfSeveral,
    stays,
    through: found.through,
    notes,
    changed: [...new Set(changed)],
  };
}

function fieldOf({ kind, system }: ReadIdentifier): string {
  return kind === 'external' ? `external:${system}` : kind;
}

function once(identifiers: readonly ReadIdentifier[]): ReadIdentifier[] {
  return [...new Map(identifiers.map((one) => [claimKey(one.kind, one.system, one.norm), one])).values()];
}

function readIds(known: Known, incoming: Incoming, notes: IntakeNote[]): ReadIdentifier[] {
  return incoming.externalIds.flatMap(({ system, value }) => {
    if (value.trim() === '') return [];
    const norm = normaliseIdentifier('external', value, known.country);
    if (norm !== null) return [{ kind: 'external' as const, system, value: value.trim(), norm }];
    notes.push({ field: `external:${system}`, why: 'unusable' });
    return [];
  });
}

function readOne(known: Known, kind: 'email' | 'phone', value: string, notes: IntakeNote[]): ReadIdentifier | null {
  if (value.trim() === '') return null;
  const norm = normaliseIdentifier(kind, value, known.country);
  if (norm !== null) return { kind, system: '', value: value.trim(), norm };
  notes.push({ field: kind, why: 'unusable' });
  return null;
}
