import { ATTRIBUTES_MAX } from '../../../../contract/limits.ts';
import { TRUSTS } from '../../../../contract/metric.ts';
import type { Evidence } from '../../../../contract/response.ts';
import { normaliseEmail } from '../../../identity/normaliseEmail.ts';
import { normaliseIdentifier } from '../../../identity/normaliseIdentifier.ts';
import { normalisePhone } from '../../../identity/normalisePhone.ts';
import { resolveVerified } from '../../../identity/resolveVerified.ts';
import type { SiteContext, TokenIdentity } from '../../identified.ts';
import type { WorkspaceState } from '../../state.ts';
import { saveContact } from '../people/saveContact.ts';
import { addIdentifier, type NewIdentifier } from './addIdentifier.ts';
import { createPerson } from './createPerson.ts';
import { suggest } from './suggest.ts';

const VERIFIED = TRUSTS.indexOf('verified');

/**
 * The contact a genuine token speaks of, made if nobody is known by it. `sub` wins over `email`; a token never merges,
 * and fills only what is empty unless its site is authoritative. Null when it speaks of somebody who was erased: they
 * are made no more, and nothing is told of it.
 */
export function verifiedContact(
  state: WorkspaceState,
  site: SiteContext,
  token: TokenIdentity,
  now: number,
): { contact: number; evidence: Evidence[] } | null {
  const { country } = state.settings.read();
  const { external, email, found, erased } = lookUpVerified(state, token);
  if (erased) return null;
  const phone = token.phone ? normalisePhone(token.phone, country) : null;
  const evidence: Evidence[] = [tokenEvidence(token)];
  const carried: NewIdentifier[] = [];
  const by = { trust: VERIFIED, source: `token:${site.key}` };
  if (external) carried.push({ kind: 'external', system: token.system, value: token.sub, norm: external, ...by });
  if (email && token.email) carried.push({ kind: 'email', system: '', value: token.email, norm: email, ...by });

  if ('create' in found) {
    // A phone is evidence, not proof: it comes along with a new person, and is never looked up by.
    if (phone && token.phone) carried.push({ kind: 'phone', system: '', value: token.phone, norm: phone, ...by });
    const contact = createPerson(
      state,
      {
        name: token.name ?? '',
        company: stringTrait(token, 'company'),
        attributes: withoutCompany(token.traits),
        source: by.source,
        identifiers: carried,
      },
      now,
    );
    for (const identifier of carried) evidence.push(identifierEvidence(identifier, true));
    evidence.push({ kind: 'created' });
    return { contact, evidence };
  }
  for (const identifier of carried) {
    if (
      identifier.kind === found.by ||
      (identifier.kind === 'email' && email && found.add.length === 0 && !found.suggest)
    ) {
      addIdentifier(state, found.contact, identifier, now);
      evidence.push(identifierEvidence(identifier, false));
    } else if (found.add.some((kind) => kind === identifier.kind)) {
      if (addIdentifier(state, found.contact, identifier, now)) evidence.push(identifierEvidence(identifier, true));
    }
  }
  if (found.suggest) {
    const [bySub, byEmail] = found.suggest;
    const { system, sub } = token;
    suggest(state, bySub, byEmail, { kind: 'token', system, sub, email: token.email ?? '' }, now);
  }
  fillGaps(state, site, token, found.contact, now);
  return { contact: found.contact, evidence };
}

/** Whom a genuine token points at, with its identifiers as they are compared. Writes nothing. */
export function lookUpVerified(state: WorkspaceState, token: TokenIdentity) {
  const external = normaliseIdentifier('external', token.sub, state.settings.read().country);
  const email = token.email && token.emailVerified ? normaliseEmail(token.email) : null;
  const bySub = external ? state.identifiers.strong('external', token.system, external) : null;
  const found = resolveVerified({ bySub, byEmail: email ? state.identifiers.strong('email', '', email) : null });
  const isGone = (kind: 'external' | 'email', system: string, norm: string | null) =>
    norm !== null && state.tombstones.has(kind, system, norm);
  // Who is known by their id lives on, whatever address they bring along.
  const erased = isGone('external', token.system, external) || (bySub === null && isGone('email', '', email));
  return { external, email, found, erased };
}

/** A signed token as a piece of evidence: never the token itself. */
export function tokenEvidence(token: TokenIdentity): Evidence {
  return {
    kind: 'token',
    kid: token.kid,
    issuedAt: new Date(token.issuedAt).toISOString(),
    expiresAt: new Date(token.expiresAt).toISOString(),
    late: token.late,
  };
}

function identifierEvidence(identifier: NewIdentifier, added: boolean): Evidence {
  return {
    kind: 'identifier',
    identifier: identifier.kind,
    ...(identifier.system ? { system: identifier.system } : {}),
    value: identifier.value,
    added,
  };
}

/**
 * Traits fill what is empty of the person, whichever of their leaves the token named; those of an authoritative site
 * replace what is known. Writes only if something changed.
 */
function fillGaps(state: WorkspaceState, site: SiteContext, token: TokenIdentity, number: number, now: number): void {
  const contact = state.contacts.root(number);
  if (!contact) return;
  const changed: string[] = [];
  const takes = (known: unknown, told: unknown) =>
    told !== undefined &&
    told !== null &&
    told !== '' &&
    told !== known &&
    (site.authoritative || known === undefined || known === null || known === '');
  if (token.name && takes(contact.name, token.name)) {
    contact.name = token.name;
    changed.push('name');
  }
  const company = stringTrait(token, 'company');
  if (company && takes(contact.company, company)) {
    contact.company = company;
    changed.push('company');
  }
  for (const [name, value] of Object.entries(withoutCompany(token.traits))) {
    if (!takes(contact.attributes[name], value)) continue;
    // What an admin could not save again, a token may not bring.
    if (!(name in contact.attributes) && Object.keys(contact.attributes).length >= ATTRIBUTES_MAX) continue;
    contact.attributes[name] = value;
    changed.push(name);
  }
  if (changed.length === 0) return;
  const at = new Date(now).toISOString();
  for (const name of changed) contact.provenance[name] = { source: `token:${site.key}`, at };
  contact.updatedAt = now;
  saveContact(state, contact, now);
}

function stringTrait(token: TokenIdentity, name: string): string | null {
  const value = token.traits[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function withoutCompany(traits: TokenIdentity['traits']): TokenIdentity['traits'] {
  return Object.fromEntries(Object.entries(traits).filter(([name]) => name !== 'company'));
}
