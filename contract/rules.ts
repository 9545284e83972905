import type { Emotion } from './metric.ts';
import type { Way } from './path.ts';
import type { CsatStyle, QuestionType } from './questionType.ts';
import type { Look } from './survey.ts';

/**
 * What the loader and the survey element are given. Types only: the widget never carries zod.
 * Field names are short because three surveys' rules must fit in 0.6 kB.
 */

/** When and where one survey is due. */
export interface SurveyRule {
  id: string;
  version: number;
  /** Touchpoint the answers belong to, unless the page names another. */
  touchpoint?: string;
  /** Languages with complete texts; the first is the fallback. */
  locales: string[];
  /** URLPattern syntax, a path or a whole address; one must match. Absent: any page. */
  url?: string[];
  notUrl?: string[];
  /** Due when the page calls `touchstone('track', event)`. Absent, and nothing in `on`: due on arrival at the page. */
  event?: string;
  /** Seconds on the page (or after the moment) before it shows. */
  delay?: number;
  /** Days before the same visitor is asked again. */
  period: number;
  /** Shown only where the page places `<touchstone-survey>` or calls `show`. */
  placed?: true;
  /** The share asked, when it is not all. */
  sample?: number;
  /** Live from and until, in seconds since the epoch. */
  from?: number;
  until?: number;
  /** The server decides: whom it is for, the page cannot tell. */
  ask?: true;
  /** It is for people by proof alone: the edge itself says no for everybody else, and pages are not told. */
  known?: true;
  /** Moments that a file of their own watches for. */
  on?: Moments;
  /** Whom it is for, as far as the page can tell; judged by the same file. */
  who?: Who;
}

/** Moments that are rare enough to be fetched; see `triggers` of a survey. */
export interface Moments {
  click?: string;
  scroll?: number;
  idle?: number;
  exit?: true;
  visible?: string;
  page?: number;
  tab?: true;
}

/** See `audience` of a survey. */
export interface Who {
  devices?: string[];
  languages?: string[];
  referrers?: string[];
  utm?: { name: string; is: string[] }[];
  visitors?: 'new' | 'returning';
}

/** What `GET /w/{siteKey}.js` carries beside its code. */
export interface SiteRules {
  site: string;
  surveys: SurveyRule[];
  /** The site's privacy page, linked from every survey. */
  privacy?: string;
  /** What may be kept on the visitor's device, when it is not "from their first act on". */
  storage?: 'none' | 'consent';
  /** Days without any survey after one was dismissed. */
  cooldown?: number;
  /** At most so many surveys in so many days. */
  cap?: [surveys: number, days: number];
}

/** One question in one language; see `question` of a survey. */
export interface QuestionText {
  id: string;
  type: QuestionType;
  text: string;
  required?: true;
  /** Placeholder of a question that is typed. */
  hint?: string;
  /** Absent: faces. */
  style?: Exclude<CsatStyle, 'faces'>;
  /** What the ends of a scale mean, instead of the frame's words. */
  low?: string;
  high?: string;
  options?: { id: string; text: string }[];
  shuffle?: true;
  other?: true;
  min?: number;
  max?: number;
  consent?: string;
  next?: Way[];
}

/** Words of the survey's frame, in one language. */
export interface FrameTexts {
  close: string;
  send: string;
  skip: string;
  /** Meanings of CSAT 1 to 5, in order. */
  csat: [string, string, string, string, string];
  /** Before the meaning of the rating that was stored: "Your rating is kept:" */
  kept: string;
  /** The same while the server has not confirmed it: "Kept on this device for now:" */
  keptHere: string;
  /** An answer is on its way. */
  sending: string;
  thanks: string;
  thanksDetail: string;
  /** No network, and the answer is kept on this device. */
  offline: string;
  /** No network, and nothing could be kept. */
  notSent: string;
  never: string;
  privacy: string;
  withdraw: string;
  withdrawn: string;
  /** No network, and the withdrawal is kept on this device. */
  withdrawalKept: string;
}

/** Words that only some questions need: a texts file carries those its survey does. */
export interface MoreTexts {
  next: string;
  back: string;
  /** The name of the bar that says how far one is. */
  progress: string;
  /** A required question was passed over. */
  answerNeeded: string;
  /** What the ends of the scale mean, low end first. */
  nps: [string, string];
  ces: [string, string];
  thumbs: [string, string];
  emotions: Record<Emotion, string>;
  /** The two halves of a pair: what was expected, what was got. */
  gap: [string, string];
  /** The choice that is none of those offered; the label of its own words. */
  other: string;
  ownWords: string;
  /** With `{n}`. */
  atLeast: string;
  atMost: string;
  emailWrong: string;
  phoneWrong: string;
  consentNeeded: string;
  /** On the tab that is always there, when the survey names no words of its own. */
  feedback: string;
  /** A mark on what is only tried out. */
  test: string;
}

/** `GET /w/{siteKey}/{survey}.{version}.{locale}.json`: one survey in one language, immutable. */
export interface SurveyTexts {
  locale: string;
  dir: 'ltr' | 'rtl';
  questions: QuestionText[];
  frame: FrameTexts & Partial<MoreTexts>;
  look?: Look;
  thanks?: { title?: string; detail?: string };
  /** Words on the feedback tab. */
  tab?: string;
}
