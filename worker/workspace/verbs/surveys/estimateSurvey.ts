import { OUTCOMES } from '../../../../contract/metric.ts';
import type { SurveyDefinition } from '../../../../contract/survey.ts';
import type { SurveyEstimate } from '../../../../contract/surveyDraft.ts';
import { scan } from '../../../facts/scan.ts';
import { type Moment, replay } from '../../../survey-check/replay.ts';
import type { WorkspaceState } from '../../state.ts';
import type { DisplayRecord } from '../../tables/displays.ts';
import type { NumberedSurvey } from '../../tables/surveys.ts';
import { peopleMask } from '../people/peopleFilter.ts';

const WEEK = 7 * 86_400_000;
const MINUTE = 60_000;
/** So many of the latest displays are looked at: a busy site's week tells no more than some of its days. */
const DISPLAYS_MAX = 20_000;

const DISMISSED = OUTCOMES.indexOf('dismissed');
const NEVER = OUTCOMES.indexOf('never');

/** How many a definition would have asked in the week before `now`; see `surveyEstimate`. */
export function estimateSurvey(
  state: WorkspaceState,
  survey: NumberedSurvey,
  definition: SurveyDefinition,
  now: number,
): SurveyEstimate {
  const { displays, from } = lastWeek(state, now);
  const shown = new Set(displays.map((display) => display.survey));
  const own = shown.has(survey.number);
  const surveys = own
    ? [survey]
    : state.surveys
        .list()
        .filter(
          ({ number, touchpoint }) => touchpoint !== null && touchpoint === definition.touchpoint && shown.has(number),
        );
  const basis = own ? 'own' : surveys.length > 0 ? 'touchpoint' : 'none';
  const { fatigue } = state.settings.read();
  const { sample = 1, attributes = [], segments = [] } = definition.audience ?? {};
  const meant = segments.length > 0 ? peopleMask(state, { segment: segments }, now) : undefined;
  const due = new Set(surveys.map(({ number }) => number));
  const counts = replay(basis === 'none' ? [] : momentsOf(state, displays, due, meant), {
    period: definition.period,
    cooldown: fatigue.cooldown,
    cap: fatigue.cap,
    sample,
    attributes,
    salt: survey.id,
  });
  return {
    basis,
    surveys: surveys.map(({ id }) => id),
    from: new Date(from).toISOString(),
    to: new Date(now).toISOString(),
    ...counts,
  };
}

/** The displays of the week, or as many of the latest as are looked at, and since when these are all. */
function lastWeek(state: WorkspaceState, now: number): { displays: DisplayRecord[]; from: number } {
  const from = Math.floor((now - WEEK) / MINUTE);
  const until = Math.floor(now / MINUTE) + 1;
  const seqs: number[] = [];
  scan(state.displayFacts.read(from, until, ['time', 'figure']), { from, until }, ['time'], (columns, i) => {
    seqs.push(columns.seq[i] ?? 0);
  });
  seqs.sort((a, b) => a - b);
  const displays = state.displays.bySeqs(seqs.slice(-DISPLAYS_MAX));
  const earliest = displays.reduce((least, { at }) => Math.min(least, at), now);
  return { displays, from: seqs.length > DISPLAYS_MAX ? earliest : now - WEEK };
}

/** @param meant 1 at everybody in a segment the survey is for; absent when it is for none */
function momentsOf(
  state: WorkspaceState,
  displays: readonly DisplayRecord[],
  due: ReadonlySet<number>,
  meant: Uint8Array | undefined,
): Moment[] {
  const people = state.contacts.roots(displays.flatMap(({ contact }) => contact ?? []));
  // What a visitor was shown before they signed in was shown to the person they turned out to be.
  const known = new Map<string, number>();
  for (const { visitor, contact } of displays) if (visitor !== null && contact !== null) known.set(visitor, contact);
  return displays.map(({ seq, at, survey, visitor, contact, outcome }) => {
    const leaf = contact ?? (visitor === null ? undefined : known.get(visitor));
    const root = leaf === undefined ? undefined : people.get(leaf);
    return {
      at,
      person: root ? `contact:${root.number}` : visitor === null ? `display:${seq}` : `visitor:${visitor}`,
      attributes: root?.attributes ?? null,
      inSegments: !meant || (root !== undefined && meant[root.number] === 1),
      due: due.has(survey),
      dismissed: outcome === DISMISSED,
      never: outcome === NEVER,
    };
  });
}
