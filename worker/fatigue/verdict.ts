import type { NoReason } from '../../contract/decision.ts';
import type { Survey } from '../../contract/survey.ts';
import type { Settings } from '../../contract/workspace.ts';
import { type Past, restOf } from './restOf.ts';

type Values = Readonly<Record<string, string | number | boolean>>;

/** What a decision rests on, by numbers. */
export interface Cause {
  survey?: number;
  display?: number;
  attribute?: string;
  segment?: string;
}

export type Verdict =
  | { show: true }
  | { show: false; reason: NoReason; cause: Cause; since: number | null; until: number | null };

/** As much of a survey as the decision depends on. */
export type Askable = Pick<Survey, 'status' | 'period' | 'audience' | 'schedule'> & {
  number: number;
  triggers?: Pick<Survey['triggers'], 'server'>;
};

/** Whoever is to be asked. */
export interface Askee {
  /** As the edge knows it, null where it does not; absent when it is not to be judged by. */
  country?: string | null;
  /** Attributes of a person by proof; null for everybody else. */
  attributes: Values | null;
  /** Likewise: the segments they are in. */
  segments?: ReadonlySet<string> | null;
  /** Likewise. */
  past: Past | null;
  /** Surveys that an event has made due for them, by number; null for everybody else. */
  due?: ReadonlySet<number> | null;
}

/**
 * Whether a survey is shown. What the page can judge for itself (addresses, devices, languages, sampling) it has judged
 * before it asks; here is what only the server knows.
 */
export function verdict(survey: Askable, who: Askee, fatigue: Settings['fatigue'], now: number): Verdict {
  if (survey.status !== 'live') return no('paused');
  const withdrawn = who.past?.withdrawn ?? null;
  if (withdrawn !== null) return no('withdrawn', {}, { since: withdrawn, until: null });
  const { from, until } = survey.schedule ?? {};
  const times = { since: from ? Date.parse(from) : null, until: until ? Date.parse(until) : null };
  if (now < (times.since ?? 0) || now >= (times.until ?? Number.POSITIVE_INFINITY)) return no('schedule', {}, times);

  const { countries, attributes, segments } = survey.audience ?? {};
  if (countries?.length && who.country !== undefined && !countries.includes(who.country ?? '')) return no('country');
  const differing = attributes?.find(({ name, is }) => {
    const value = who.attributes && Object.hasOwn(who.attributes, name) ? who.attributes[name] : undefined;
    return value === undefined || !is.includes(String(value));
  });
  if (differing) return no('audience', { attribute: differing.name });
  const [first] = segments ?? [];
  if (first !== undefined && !segments?.some((id) => who.segments?.has(id))) return no('audience', { segment: first });
  if (survey.triggers?.server !== undefined && !who.due?.has(survey.number)) return no('event');

  const rest = who.past && restOf(survey, who.past, fatigue, now);
  if (!rest) return { show: true };
  const { reason, display, since } = rest;
  return no(reason, { survey: rest.survey, display }, { since, until: rest.until });
}

function no(
  reason: NoReason,
  cause: Cause = {},
  { since, until }: { since: number | null; until: number | null } = { since: null, until: null },
): Verdict {
  return { show: false, reason, cause, since, until };
}
