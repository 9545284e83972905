import { ATTRIBUTES_MAX, DUE_FOR } from '../../../../contract/limits.ts';
import { TRUSTS } from '../../../../contract/metric.ts';
import { foldText } from '../../../identity/foldText.ts';
import { normaliseIdentifier } from '../../../identity/normaliseIdentifier.ts';
import type { Incoming } from '../../intake.ts';
import type { Message } from '../../message.ts';
import type { WorkspaceState } from '../../state.ts';
import { addIdentifier } from '../identity/addIdentifier.ts';
import { linkVisitor } from '../identity/settleIdentity.ts';
import { suggest } from '../identity/suggest.ts';
import { takeIn } from './takeIn.ts';

const VERIFIED = TRUSTS.indexOf('verified');
const HOUR = 3_600_000;
const NOTHING = { email: '', phones: [], name: '', company: '', attributes: {}, createdAt: null };

/** The site whose server speaks: its public key, and whose ids it names people by. */
export interface Speaker {
  key: string;
  idSystem: string;
  /** Its word replaces what others know. */
  authoritative: boolean;
}

interface Hearing {
  state: WorkspaceState;
  site: Speaker;
  source: string;
  now: number;
}

/**
 * Takes in what a site's server says of people. It speaks with the site's secret, so what it says is verified; a message
 * that came before, by its id, counts once.
 */
export function takeMessages(
  state: WorkspaceState,
  { site, messages, now }: { site: Speaker; messages: readonly Message[]; now: number },
): void {
  const hearing = { state, site, source: `segment:${site.key}`, now };
  const ids = messages.flatMap(({ id }) => id ?? []);
  const isNew = state.trackedMessages.takeNew(state.words.number('site', site.key), ids, now);
  for (const message of messages) {
    // Taken out as it is met: the same id twice in one batch is one message too.
    if (message.id === null || isNew.delete(message.id)) take(hearing, message);
  }
}

function take(hearing: Hearing, message: Message): void {
  const contact = personOf(hearing, message);
  switch (message.kind) {
    case 'identify':
      return;
    case 'track':
      if (contact !== null) happened(hearing, contact, message);
      return;
    case 'group':
      joinCompany(hearing, message);
      return;
    case 'alias':
      if (contact !== null) alsoKnownAs(hearing, contact, message);
      return;
    case 'seen':
      if (contact !== null) seen(hearing, message);
  }
}

/**
 * The leaf a message speaks of, made or brought up to date by what it says. Without the site's own id or an email it is
 * whoever alone was seen with the visitor id, which is evidence enough for an event and for nothing else.
 */
function personOf(hearing: Hearing, message: Message): number | null {
  const { state, site, now } = hearing;
  const { user, visitor } = message;
  const contact = knownOrMade(hearing, message);
  if (contact === null) return user === null && visitor !== null ? aloneWith(state, visitor) : null;
  if (visitor !== null && !state.tombstones.has('visitor', '', visitor)) {
    linkVisitor(state, site.key, visitor, contact, now, hearing.source);
  }
  return contact;
}

function knownOrMade(hearing: Hearing, message: Message): number | null {
  if (message.kind === 'identify') {
    const { person } = message;
    if (message.user === null && person.email === '') return null;
    const { phone, ...told } = person;
    return hear(hearing, message, { ...told, phones: phone ? [phone] : [] });
  }
  if (message.user === null) return null;
  return leafOf(hearing, message.user) ?? hear(hearing, message, {});
}

function hear({ state, site, source, now }: Hearing, { user, at }: Message, told: Partial<Incoming>): number | null {
  const incoming: Incoming = {
    ...NOTHING,
    externalIds: user === null ? [] : [{ system: site.idSystem, value: user }],
    updatedAt: at,
    ...told,
  };
  const actor = { id: source, name: site.key };
  // As with its tokens: a site fills what is empty and keeps its own words up to date, unless its word counts for all.
  const policy = { conflict: 'newest', ownOnly: !site.authoritative } as const;
  const { contact } = takeIn(state, incoming, { source, trust: VERIFIED, ...policy, actor }, now);
  if (contact === null || user === null) return contact;
  // What follows belongs to the leaf that this id brought, whomever it was merged into.
  return leafOf({ state, site, source, now }, user) ?? contact;
}

function leafOf({ state, site }: Hearing, user: string): number | null {
  const norm = normaliseIdentifier('external', user, state.settings.read().country);
  return norm === null ? null : state.identifiers.strong('external', site.idSystem, norm);
}

/** The one person a visitor was seen with; nobody where it was several. */
function aloneWith(state: WorkspaceState, visitor: string): number | null {
  const known = state.identifiers.find('visitor', '', visitor);
  const roots = new Set(state.contacts.rootNumbers(known.map(({ contact }) => contact)).values());
  return roots.size === 1 ? (known[0]?.contact ?? null) : null;
}

/** An event: on the timeline, and whatever waits for it. */
function happened(hearing: Hearing, contact: number, message: Extract<Message, { kind: 'track' }>): void {
  const { state, source, now } = hearing;
  const { event, properties, at } = message;
  state.events.add({ contact, at, name: event, source, properties });
  state.happened([contact], now);
  for (const survey of state.surveys.list()) {
    if (survey.status !== 'live' || survey.triggers.server !== event) continue;
    const until = at + DUE_FOR;
    // Told too late, it is nothing to ask about any more.
    if (until > now) state.dueSurveys.add(contact, survey.number, at, until);
  }
  const stage = state.settings.read().stageEvents.find((one) => one.event === event)?.stage;
  // A visitor id alone changes nothing that is known of a person.
  if (stage !== undefined && message.user !== null) hear(hearing, message, { attributes: { stage } });
}

/** A company as the site's server knows it, and whoever the call names as one of its people. */
function joinCompany(hearing: Hearing, message: Extract<Message, { kind: 'group' }>): void {
  const { state, site, source, now } = hearing;
  const { group, name, attributes, at } = message;
  const known = state.companies.byExternal(site.idSystem, group);
  const called = name || known?.name || group;
  const folded = foldText(called);
  if (group === '' || folded === '') return;
  const number = known?.number ?? state.companies.ensure({ name: called, folded, source }, now);
  if (!known) state.companies.identify(number, site.idSystem, group);
  const company = state.companies.byNumber(number);
  if (!company) return;
  const changed = Object.entries(attributes).filter(([key, value]) => {
    const isNewer = at >= Date.parse(company.provenance[key]?.at ?? '1970-01-01');
    const hasRoom = key in company.attributes || Object.keys(company.attributes).length < ATTRIBUTES_MAX;
    return isNewer && hasRoom && company.attributes[key] !== value;
  });
  if (changed.length > 0) {
    const wrote = { source, at: new Date(at).toISOString() };
    state.companies.update({
      ...company,
      attributes: { ...company.attributes, ...Object.fromEntries(changed) },
      provenance: { ...company.provenance, ...Object.fromEntries(changed.map(([key]) => [key, wrote])) },
      updatedAt: now,
    });
  }
  if (message.user !== null) hear(hearing, message, { company: company.name });
}

/**
 * Two ids of one person, by the site's own word. One that nobody has yet is added; two people who are known already are
 * suggested and never joined by it, since libraries send an alias also where two people share a browser.
 */
function alsoKnownAs(hearing: Hearing, contact: number, { previous }: Extract<Message, { kind: 'alias' }>): void {
  const { state, site, source, now } = hearing;
  if (state.identifiers.find('visitor', '', previous).length > 0 || isBrowser(state, previous)) {
    linkVisitor(state, site.key, previous, contact, now, source);
    return;
  }
  const norm = normaliseIdentifier('external', previous, state.settings.read().country);
  if (norm === null || state.tombstones.has('external', site.idSystem, norm)) return;
  const other = state.identifiers.strong('external', site.idSystem, norm);
  if (other === null) {
    const identifier = {
      kind: 'external',
      system: site.idSystem,
      value: previous,
      norm,
      trust: VERIFIED,
      source,
    } as const;
    addIdentifier(state, contact, identifier, now);
  } else {
    suggest(state, contact, other, { kind: 'record', source, system: site.idSystem, value: previous }, now);
  }
}

/** Whether a browser by this visitor id has answered, or was asked. */
function isBrowser(state: WorkspaceState, visitor: string): boolean {
  return [state.responses, state.displays].some(
    (rows) => rows.anonymousOf(visitor, Number.MAX_SAFE_INTEGER, 1).length > 0,
  );
}

/** Somebody was there: their id was seen, which is worth a row an hour. */
function seen({ state, site }: Hearing, { user, at }: Message): void {
  const norm = user === null ? null : normaliseIdentifier('external', user, state.settings.read().country);
  const [known] = norm === null ? [] : state.identifiers.find('external', site.idSystem, norm);
  if (known && at - known.lastSeen >= HOUR) state.identifiers.seen(known, at, VERIFIED);
}
