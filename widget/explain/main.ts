import type { SurveyRule } from '../../contract/rules.ts';
import { isHere } from '../loader/isHere.ts';
import { isResting } from '../seen.ts';
import type { Fate, OwnSession } from '../session.ts';

/** Why a survey is, or is not, on this page. */
type Why = NonNullable<Fate> | 'trigger' | 'due' | 'shown';

/** What the page is told, and the console shows. */
interface Explanation {
  site: string;
  surveys: { survey: string; due: boolean; why: Why }[];
  /** When something may be kept on the visitor's device, and whether that is so now. */
  storage: 'interaction' | 'consent' | 'none';
  remembers: boolean;
  test: boolean;
  identity: 'none' | 'given' | 'refused';
  /** The server takes nothing from pages of this origin: it is not listed with the site. */
  originRefused: boolean;
  /** What could not be fetched or sent, newest last. */
  failures: string[];
  /** What the page has called or placed, and the site does not know. */
  unknown: { methods: string[]; surveys: string[]; events: string[] };
}

const METHODS = ['identify', 'track', 'show', 'consent', 'test', 'on', 'explain', 'reset'];

let session: OwnSession;

export function start(lent: OwnSession): void {
  session = lent;
}

/** Says of every survey of the site why it is not on this page, if it is not, and what stands in the way otherwise. */
export function explain(callback: unknown): void {
  const { rules, calls, failures } = session;
  const placed = [...document.querySelectorAll('touchstone-survey')].map((one) => one.getAttribute('survey') ?? '');
  const called = (name: string) => calls.flatMap(([method, id]) => (method === name ? [String(id)] : []));
  const ids = rules.surveys.map(({ id }) => id);
  const events = rules.surveys.map(({ event }) => event);
  const beyond = (given: string[], known: unknown[]) => [...new Set(given)].filter((one) => !known.includes(one));
  const said = failures.map(String);
  const explanation: Explanation = {
    site: rules.site,
    surveys: rules.surveys.map((rule) => {
      const why = whyOf(rule, placed);
      return { survey: rule.id, due: why === 'due' || why === 'shown', why };
    }),
    storage: rules.storage ?? 'interaction',
    remembers: session.mayKeep(),
    test: session.isTest,
    identity: session.refused ? 'refused' : session.given ? 'given' : 'none',
    originRefused: said.some((one) => / 403$/.test(one)),
    failures: said,
    unknown: {
      methods: beyond(
        calls.map(([method]) => String(method)),
        METHODS,
      ),
      surveys: beyond([...called('show'), ...placed], ids),
      events: beyond(called('track'), events),
    },
  };
  const { surveys, ...facts } = explanation;
  // biome-ignore-start lint/suspicious/noConsole: the console is where this was asked from
  console.log('Touchstone: which surveys are due on this page, and why not');
  console.table(surveys);
  console.log(facts);
  // biome-ignore-end lint/suspicious/noConsole: as above
  if (typeof callback === 'function') callback(explanation);
}

function whyOf(rule: SurveyRule, placed: string[]): Why {
  const { id, from = 0, until = Number.POSITIVE_INFINITY } = rule;
  const now = Date.now();
  // Out of its time nothing triggers it, wherever it is.
  if (now < from * 1_000 || now >= until * 1_000) return 'trigger';
  const rests = !session.isTest && isResting(session.store, rule, now);
  if (placed.includes(id)) return rule.placed && rests ? 'fatigue' : 'shown';
  if (session.fates.has(rule)) return session.fates.get(rule) ?? (rests ? 'fatigue' : 'due');
  return isHere(rule) ? 'trigger' : 'url';
}
