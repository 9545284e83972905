import { compatibleNames } from './compatibleNames.ts';

/** Somebody known whom an identifier of an incoming record points at: the survivor, with what deciding takes. */
export interface Hit {
  contact: number;
  name: string;
  /** Systems that already have an id of theirs. */
  systems: readonly string[];
}

export interface Incoming {
  name: string;
  /** Whom its external ids point at, in the order they were given. */
  ids: readonly Hit[];
  /** Whom its email points at. */
  email: Hit | null;
  /** Systems of the external ids that point at nobody yet. */
  newSystems: readonly string[];
  /** Whether any identifier could be read: an email, an external id or a phone. */
  hasIdentifier: boolean;
  /** One of its identifiers belongs to somebody who was erased. */
  erased: boolean;
}

export type ContactPlan =
  | { verdict: 'refuse'; why: 'erased' | 'nothing-usable' }
  | {
      verdict: 'create';
      /** The email is another's: it is not taken along, and that other is suggested. */
      withoutEmail: boolean;
      suggest: number[];
    }
  | {
      verdict: 'update';
      contact: number;
      /** How they were found. */
      by: 'external' | 'email';
      suggest: number[];
    }
  | {
      verdict: 'merge';
      /** Who survives. */
      into: number;
      by: 'external' | 'email';
      /** Known people to be merged into them. */
      absorb: number[];
      /** The record is a second one of a system that has one of them already: it becomes a leaf of its own. */
      asLeaf: boolean;
      suggest: number[];
    };

/**
 * What becomes of one incoming record. External ids win over the email; two known people are joined only where a strong
 * identifier brings them together and their names can be one person's, since two people may share an address. Nothing
 * fuzzy is ever automatic, and whatever is joined can be parted again.
 */
export function planContact({ name, ids, email, newSystems, hasIdentifier, erased }: Incoming): ContactPlan {
  if (erased) return { verdict: 'refuse', why: 'erased' };
  if (name === '' && !hasIdentifier) return { verdict: 'refuse', why: 'nothing-usable' };
  const [first] = ids;
  const main = first ?? email;
  if (!main) return { verdict: 'create', withoutEmail: false, suggest: [] };
  if (!first && !compatibleNames(name, main.name)) {
    return { verdict: 'create', withoutEmail: true, suggest: [main.contact] };
  }
  const by = first ? 'external' : 'email';
  const others = new Map<number, Hit>();
  for (const hit of [...ids, ...(email ? [email] : [])]) {
    if (hit.contact !== main.contact) others.set(hit.contact, hit);
  }
  const absorb: number[] = [];
  const suggest: number[] = [];
  for (const [contact, hit] of others) {
    const isOne = compatibleNames(main.name, hit.name) && compatibleNames(name, hit.name);
    (isOne ? absorb : suggest).push(contact);
  }
  // Found by an external id, the record is that very one; another id of the same system beside it is an alias of it.
  const asLeaf = !first && newSystems.some((system) => main.systems.includes(system));
  if (absorb.length === 0 && !asLeaf) return { verdict: 'update', contact: main.contact, by, suggest };
  return { verdict: 'merge', into: main.contact, by, absorb, asLeaf, suggest };
}
