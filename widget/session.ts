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
  readonly isTest: boolean;
  /** Attributes of the person that surveys may speak of, as the server decided; none otherwise. */
  contact: Record<string, string>;
  /** This visitor's id, made in memory and not yet kept. */
  visitor(): string;
  /** Keeps the visitor's id, since the visitor has acted. */
  keepVisitor(): void;
  /** Who the page says the visitor is, waiting a moment for a provider that is still at work. */
  identity(): Promise<Identity | undefined>;
  /** A newer token of the same person as `stale`, if the page can give one. */
  freshToken(stale: string): Promise<string | undefined>;
  /** `POST`s JSON to this site's public route; rejects when the network fails. */
  post(route: Route, body: object): Promise<Reply>;
}

/** What a public route answered, read to its end: an answer left unread would hold its connection. */
export interface Reply {
  status: number;
  /** The header, which a browser shows only where the server exposes it. */
  retryAfter: string | null;
  text: string;
}

export type Route = 'responses' | 'displays' | 'identify';

/** What every file that the loader fetches exports. */
export interface LazyFile {
  start(session: Session): void;
}

/** Facts that the page passes along with a survey it asks for. */
export type Context = Record<string, string | number | boolean>;

/** How one showing of a survey differs from the survey's own. */
export interface OpenOptions {
  touchpoint?: string;
  /** Goes with the response, and decides ways that depend on the page. */
  context?: Context;
}

/** What the element's file exports; its `start` registers the element, and placed ones come alive at once. */
export interface ElementFile extends LazyFile {
  /**
   * Shows a survey over the page.
   *
   * @param focus - opened by the visitor's own press, so that focus may follow
   * @returns what is on the page until it is closed
   */
  open(rule: SurveyRule, options: OpenOptions, focus: boolean): Element;
}
