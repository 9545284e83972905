import type { Identity } from '../contract/collect.ts';
import type { SiteRules, SurveyRule, SurveyTexts } from '../contract/rules.ts';
import type { Store } from './loader/store.ts';
import type { Outbox } from './outbox/outbox.ts';

/** What the loader made for this page view and lends to the element: one store, one outbox, one visitor. */
export interface Session {
  rules: SiteRules;
  store: Store;
  /** What is typed but not sent, for as long as the tab is open. */
  drafts: Store;
  /** Made by the first file that needs it. */
  outbox?: Outbox;
  /** One survey's texts in the visitor's language; fetched once a page view. */
  texts(rule: SurveyRule): Promise<SurveyTexts>;
  /** What the page only tries out: sent marked as a test, in no figure, and remembered by nobody. */
  isTest: boolean;
  /** Attributes of the person that surveys may speak of, as the server decided; none otherwise. */
  contact: Record<string, string>;
  /** This visitor's id, made in memory and not yet kept. */
  visitor(): string;
  /** Keeps the visitor's id, since the visitor has acted. */
  keepVisitor(): void;
  /** Who the page says the visitor is, waiting a moment for a provider that is still at work. */
  identity(): Promise<Identity | undefined>;
  /** A newer token of the same person as `stale`, if the page can give one. */
  freshToken?(stale: string): Promise<string | undefined>;
  /** `POST`s JSON to this site's public route; rejects when the network fails. */
  post(route: Route, body: object & { identity?: Identity | undefined }): Promise<Reply>;
}

/** What the loader's own files know besides. */
export interface OwnSession extends Session {
  /** Whether anything may be kept on this device as things are. */
  mayKeep(): boolean;
  /** What the visitor has said to being remembered, if they were asked. */
  consent?: boolean;
  /** What the page passed to `identify`. */
  given?: { value: unknown } | undefined;
  /** The identity that the server refused last. */
  refused?: Identity | undefined;
  /** What the page has called, and what went wrong, for `explain`. */
  calls: unknown[][];
  failures: unknown[];
  /** Of each survey whose moment has come on this page: what stood against it, if anything did. */
  fates: Map<SurveyRule, Fate>;
  /** The file that knows people, fetched where one is named or a survey is not for everybody. */
  whom(): Promise<WhomFile>;
  /** Whether a survey's share of visitors, or of known people, has this one in it. */
  isSampled(rule: SurveyRule, person?: string): boolean;
}

/** What a public route answered, read to its end: an answer left unread would hold its connection. */
export interface Reply {
  status: number;
  /** The header, which a browser shows only where the server exposes it. */
  retryAfter: string | null;
  text: string;
}

export type Route = 'responses' | 'displays' | 'identify' | 'decide';

/** Why a survey whose moment has come was not shown. */
export type Fate = 'url' | 'sampling' | 'fatigue' | 'audience' | undefined;

/** What every file that the loader fetches exports. */
export interface LazyFile {
  start(session: OwnSession): void;
}

/** Facts that the page passes along with a survey it asks for. */
export type Context = Record<string, string | number | boolean>;

/** How one showing of a survey differs from the survey's own. */
export interface OpenOptions {
  touchpoint?: string | undefined;
  /** Goes with the response, and decides ways that depend on the page; as the page passed it, which may be anything. */
  context?: Context | undefined;
}

/** What the element's file exports; its `start` registers the element, and placed ones come alive at once. */
export interface ElementFile extends LazyFile {
  /** Sends what earlier visits left behind. */
  flush(session: Session): void;
  /**
   * Shows a survey over the page.
   *
   * @param focus - opened by the visitor's own press, so that focus may follow
   * @returns what is on the page until it is closed; `leave` takes it away, if the visitor has not begun with it
   */
  open(rule: SurveyRule, options: OpenOptions, focus: boolean): Element & { leave?(): void };
}

/** What the file about people exports. */
export interface WhomFile extends LazyFile {
  /** Of surveys that are due by all the page can tell, in their order, those that this visitor is asked. */
  choose(rules: SurveyRule[]): Promise<SurveyRule[]>;
  /** Who the page says the visitor is. Never rejects. */
  identity(): Promise<Identity | undefined>;
  /** Tells the site whose visitor id this is, once for each person. */
  stitch(): Promise<void>;
}

/** What the file about rare moments exports. */
export interface WhenFile extends LazyFile {
  /**
   * Watches for the moments of the surveys that are for this page, and no longer for those of the page before.
   *
   * @param due - called when one has come
   * @param press - called when the visitor asks for the survey
   */
  watch(
    isHere: (rule: SurveyRule) => boolean,
    due: (rule: SurveyRule) => void,
    press: (rule: SurveyRule) => void,
  ): void;
}

/** What the file that explains exports. */
export interface ExplainFile extends LazyFile {
  explain(callback: unknown): void;
}
