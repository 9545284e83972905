import type { DisplayBody } from '../../../../contract/collect.ts';
import { REVISABLE_FOR, TESTS_A_DAY } from '../../../../contract/limits.ts';
import { OUTCOMES } from '../../../../contract/metric.ts';
import type { Identified, SiteContext } from '../../identified.ts';
import type { WorkspaceState } from '../../state.ts';
import { DISPLAY } from '../../tables/displays.ts';
import { keptVisitor } from '../identity/keptVisitor.ts';
import { linkVisitor } from '../identity/settleIdentity.ts';
import { verifiedContact } from '../identity/verifiedContact.ts';

export interface Displayed {
  site: SiteContext;
  body: Omit<DisplayBody, 'identity'>;
  identity: Identified;
  now: number;
}

export type DisplayOutcome = { ok: true } | { ok: false; status: 409 | 422 | 429; code: string; detail: string };

const SHOWN = OUTCOMES.indexOf('shown');
/** A site may show this many times as often as it may be answered. */
const SHOWN_PER_ANSWER = 20;

/**
 * Records that a survey was shown, or how it ended. The same id again moves the outcome on, never back to "shown".
 * Claims do not count: a display belongs to a contact by proof or to nobody.
 */
export function recordDisplay(state: WorkspaceState, input: Displayed): DisplayOutcome {
  const { body, site, identity, now } = input;
  const survey = state.surveys.byId(body.survey);
  if (!survey || !state.surveys.version(survey, body.version)) {
    return { ok: false, status: 422, code: 'unknown-survey', detail: 'No survey with this id and version is known.' };
  }
  const siteNumber = state.words.number('site', site.key);
  const outcome = OUTCOMES.indexOf(body.outcome);
  const visitor = keptVisitor(state, body.visitor);
  const proven = () =>
    identity?.kind === 'token' && !identity.late
      ? (verifiedContact(state, site, identity, now)?.contact ?? null)
      : null;
  const link = (contact: number | null) => {
    if (contact !== null && visitor) linkVisitor(state, site.key, visitor, contact, now);
  };
  const known = state.displays.byId(visitor, body.id);
  if (known) {
    if (known.site !== siteNumber || known.survey !== survey.number || known.version !== body.version) {
      return { ok: false, status: 409, code: 'other-display', detail: 'This id belongs to another display.' };
    }
    if (outcome === SHOWN || outcome === known.outcome || now - known.at > REVISABLE_FOR) return { ok: true };
    // One that only followed its browser, because two who used it were one, is whose it is proven to be.
    const isFollowing = visitor !== null && identity !== null && state.stitched.has('display', known.seq, visitor);
    const contact = isFollowing ? (proven() ?? known.contact) : (known.contact ?? proven());
    if (isFollowing && contact !== known.contact) {
      state.releaseDisplay(known, now);
      state.stitched.remove({ stream: 'display', seq: known.seq, visitor });
    }
    const flags = contact === null ? known.flags : known.flags & ~DISPLAY.claimed;
    state.changeDisplay({ ...known, outcome, contact, flags, updatedAt: now });
    if (contact !== known.contact) link(contact);
    return { ok: true };
  }
  const isTest = body.test === true;
  const answers = isTest ? TESTS_A_DAY : site.dailyQuota;
  if (state.displayQuota.used(siteNumber, isTest, now) >= answers * SHOWN_PER_ANSWER) {
    return { ok: false, status: 429, code: 'quota', detail: 'This site has used its displays for today.' };
  }
  const contact = proven();
  if (contact !== null && survey.triggers.server !== undefined && !isTest) settleDue(state, contact, survey.number);
  const touchpoint = survey.touchpoint === null ? undefined : state.journey.byId(survey.touchpoint);
  state.addDisplay({
    seq: state.takeDisplaySeq(),
    id: body.id,
    site: siteNumber,
    survey: survey.number,
    version: body.version,
    touchpoint: touchpoint?.number ?? 0,
    visitor,
    contact,
    outcome,
    flags: (isTest ? DISPLAY.test : 0) | (identity && contact === null ? DISPLAY.claimed : 0),
    at: now,
    updatedAt: now,
  });
  link(contact);
  return { ok: true };
}

/** They are being asked: what made the survey due is dealt with. */
function settleDue(state: WorkspaceState, contact: number, survey: number): void {
  const root = state.contacts.root(contact);
  if (root) state.dueSurveys.remove(state.contacts.leaves(root.number), survey);
}
