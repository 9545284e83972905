/**
 * What the loader and the survey element are given. Types only: the widget never carries zod.
 * Field names are short because three surveys' rules must fit in 0.6 kB.
 */

/** When and where one survey is due. All conditions present must hold. */
export interface SurveyRule {
  id: string;
  version: number;
  /** Touchpoint the answers belong to, unless the page names another. */
  touchpoint?: string;
  /** Languages with complete texts; the first is the fallback. */
  locales: string[];
  /** Path patterns, `*` stands for any run of characters; one must match `location.pathname`. Absent: any page. */
  url?: string[];
  /** Due when the page calls `touchstone('track', event)`. Absent: due on arrival at the page. */
  event?: string;
  /** Seconds on the page (or after the event) before it shows. */
  delay?: number;
  /** Days before the same visitor is asked again. */
  period: number;
  /** Shown only where the page places `<touchstone-survey>` or calls `show`. */
  placed?: true;
}

/** What `GET /w/{siteKey}.js` carries beside its code. */
export interface SiteRules {
  site: string;
  surveys: SurveyRule[];
  /** The site's privacy page, linked from every survey. */
  privacy?: string;
}

/** One question in one language. */
export interface QuestionText {
  id: string;
  type: 'csat' | 'text';
  text: string;
  required?: true;
  /** Placeholder of a text question. */
  hint?: string;
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

/** `GET /w/{siteKey}/{survey}.{version}.{locale}.json`: one survey in one language, immutable. */
export interface SurveyTexts {
  locale: string;
  dir: 'ltr' | 'rtl';
  questions: QuestionText[];
  frame: FrameTexts;
}
