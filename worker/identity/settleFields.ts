import type { Attributes } from '../../contract/contact.ts';
import type { ConflictRule, StaysWhy } from '../../contract/imports.ts';
import { ATTRIBUTES_MAX } from '../../contract/limits.ts';
import { compatibleNames } from './compatibleNames.ts';
import { foldName, nameWords } from './foldName.ts';

export interface ConflictPolicy {
  conflict: ConflictRule;
  /** Rules of their own, by field: `name`, `company` or an attribute's name. */
  perField?: Readonly<Record<string, ConflictRule>>;
  /** Only what this very source brought is replaced: what others know stands. */
  ownOnly?: boolean;
  /** Sources, the most trusted first, for the rule `source`: `hubspot` stands for every way it comes by. */
  order?: readonly string[];
  /** Another record of the same source speaks of this person, too: between the two the newer wins, or they would take turns. */
  oneOfSeveral?: boolean;
}

/** What is known of a contact beside its identifiers, and where each of it came from. */
export interface KnownFields {
  name: string;
  company: string | null;
  attributes: Attributes;
  /** `row`: the place in a file of the row that wrote it, while that is only planned. */
  provenance: Readonly<Record<string, { source: string; at: string; row?: number }>>;
}

/** What a record brings; '' and absent mean that it says nothing. */
export interface BroughtFields {
  name: string;
  company: string;
  attributes: Attributes;
}

/** New values by field; what is not named stays. */
export interface FieldChanges {
  name?: string;
  company?: string;
  attributes?: Attributes;
}

/** A field that a record has otherwise, and that stays. */
export interface StayingField {
  field: string;
  why: StaysWhy;
  /** The place of the row that wrote what stays. */
  row?: number;
}

/** Which fields of a record replace or fill what is known, under a policy. */
export function settleFields(
  known: KnownFields,
  brought: BroughtFields,
  from: { source: string; at: number },
  policy: ConflictPolicy,
): { changes: FieldChanges; stays: StayingField[] } {
  const changes: FieldChanges = {};
  const stays: StayingField[] = [];
  const stay = (field: string, why: StaysWhy) => {
    const row = known.provenance[field]?.row;
    stays.push({ field, why, ...(row === undefined ? {} : { row }) });
    return false;
  };
  const wins = (field: string) => {
    const conflict = policy.perField?.[field] ?? policy.conflict;
    const why = standsAgainst(known.provenance[field], from, { ...policy, conflict });
    return why === null || stay(field, why);
  };
  if (
    brought.name !== '' &&
    brought.name !== known.name &&
    nameWins(known.name, brought.name, wins, () => stay('name', 'fuller'))
  ) {
    changes.name = brought.name;
  }
  if (brought.company !== '' && brought.company !== known.company && (!known.company || wins('company'))) {
    changes.company = brought.company;
  }
  let room = ATTRIBUTES_MAX - Object.keys(known.attributes).length;
  for (const [field, value] of Object.entries(brought.attributes)) {
    const before = known.attributes[field];
    if (value === '' || value === before) continue;
    if (before === undefined || before === '') {
      if (before === undefined && room-- <= 0) continue;
    } else if (!wins(field)) continue;
    changes.attributes = { ...changes.attributes, [field]: value };
  }
  return { changes, stays };
}

/** The fields that changes speak of. */
export function changedFields({ name, company, attributes }: FieldChanges): string[] {
  return [
    ...(name === undefined ? [] : ['name']),
    ...(company === undefined ? [] : ['company']),
    ...Object.keys(attributes ?? {}),
  ];
}

/** "M. Nowak" never replaces "Michał Nowak", however new it is; the other way round it fills in. */
function nameWins(
  known: string,
  brought: string,
  wins: (field: string) => boolean,
  staysFuller: () => boolean,
): boolean {
  if (known === '') return true;
  if (foldName(known) !== foldName(brought) && compatibleNames(known, brought)) {
    return lettersOf(brought) > lettersOf(known) || staysFuller();
  }
  return wins('name');
}

function lettersOf(name: string): number {
  return nameWords(name).reduce((sum, word) => sum + [...word].length, 0);
}

/** Why what is known stays; null when a record overrules it. */
function standsAgainst(
  known: { source: string; at: string } | undefined,
  from: { source: string; at: number },
  { conflict, order = [], ownOnly, oneOfSeveral }: ConflictPolicy,
): StaysWhy | null {
  if (conflict === 'keep' || (ownOnly && !isSameVoice(known?.source, from.source))) return 'rule';
  if (!known) return null;
  if (conflict === 'source') {
    const rank = rankOf(from.source, order);
    const difference = rankOf(known.source, order) - rank;
    if (difference !== 0) return difference > 0 ? null : 'source';
    // What a trusted source said before gives way to what it says now, whichever of them is dated later.
    if (rank < order.length && !oneOfSeveral) return null;
  }
  // Of two that are equally new the first stays, or the same file would change something each time.
  const difference = from.at - Date.parse(known.at);
  if (difference > 0) return null;
  return difference < 0 ? 'newer' : 'first';
}

/** A source's place in the order, by its whole name or the system it speaks for; unnamed ones come last. */
function rankOf(source: string, order: readonly string[]): number {
  const system = source.slice(source.indexOf(':') + 1);
  const place = order.findIndex((one) => one === source || one === system);
  return place < 0 ? order.length : place;
}

/** Whether two sources speak for one system, by whatever way: `token:SITE` and `segment:SITE`. */
function isSameVoice(one: string | undefined, other: string): boolean {
  return one !== undefined && one.slice(one.indexOf(':') + 1) === other.slice(other.indexOf(':') + 1);
}
