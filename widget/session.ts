import type { Identity } from '../contract/collect.ts';
import type { SiteRules, SurveyRule, SurveyTexts } from '../contract/rules.ts';
import type { Store } from './loader/store.ts';
import type { Outbox } from './outbox/outbox.ts';

/** What the loader made for this page view and lends to the element: one store, one outbox, one visitor. */
export interface Session {
  rules: SiteRules;
  store: Store;
  outbox: Outbox;
  /** One survey's texts in the visitor's language; fetched once a page view. */
  texts(rule: SurveyRule): Promise<SurveyTexts>;
  /** This visitor's id, made in memory and not yet kept. */
  visitor(): string;
  /** Keeps the visitor's id, since the visitor has acted. */
  keepVisitor(): void;
  /** Who the page says the visitor is, waiting a moment for a provider that is still at work. */
  identity(): Promise<Identity | undefined>;
  /** `POST`s JSON to this site's public route; rejects when the network fails. */
  post(route: Route, body: object): Promise<Response>;
}

export type Route = 'responses' | 'displays' | 'identify';

/** What the element's file exports. */
export interface ElementFile {
  /** Registers the element; placed ones come alive at once. Later calls do nothing. */
  start(session: Session): void;
  /** Shows a survey over the page; `closed` is called when it has gone. */
  open(rule: SurveyRule, options: OpenOptions): void;
}

export interface OpenOptions {
  touchpoint: string | undefined;
  /** Opened by the visitor's own press, so that focus may follow. */
  focus: boolean;
  closed(): void;
}
