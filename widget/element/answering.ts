import type { AnswerValue, DisplayBody } from '../../contract/collect.ts';
import type { Outcome } from '../../contract/metric.ts';
import type { SurveyRule, SurveyTexts } from '../../contract/rules.ts';
import type { Delivery, Listener } from '../outbox/outbox.ts';
import { outboxOf } from '../outbox/outboxOf.ts';
import { randomHex } from '../randomHex.ts';
import { NEVER, readSeen, type Thread, type Values, writeSeen } from '../seen.ts';
import type { Context, Session } from '../session.ts';
import { stringify } from '../stringify.ts';
import { pageNow } from './pageNow.ts';
import { respond } from './respond.ts';
import { uuid7 } from './uuid7.ts';

/** How a survey ended: confirmed by the server, kept on this device for later, taken back, or not even that. */
export type Ending = 'thanks' | 'offline' | 'withdrawn' | 'withdrawalKept' | 'notSent';

/** Without a reply for this long, the visitor is told where the answer is meanwhile. In milliseconds. */
const REPLY_PATIENCE = 2_000;

/** One display of one survey and the response that grows from it, without anything one can see. */
export class Answering {
  readonly rule: SurveyRule;
  readonly texts: SurveyTexts;
  /** Chosen and typed, not all of it stored. */
  values: Values = {};
  /** As last committed. */
  stored: Values = {};
  thread: Thread | undefined;
  isComplete = false;
  isWithdrawn = false;
  /** How sending the newest revision goes; nothing before there is anything to say. */
  delivery: Delivery | undefined;
  /** Nothing while there is still something to say or to wait for. */
  ending: Ending | undefined;

  /** What keeps the last question from being sent, in words or without. */
  fault: string | undefined;
  /** Facts the page has passed along. */
  context: Context | undefined;
  /** Attributes of the person that may be shown. */
  readonly contact: Record<string, string>;
  /** Names this display; an answer of an earlier visit has the one it grew from. */
  displayId = uuid7(Date.now(), randomHex(10));

  readonly #session: Session;
  readonly #changed: () => void;
  /** As it is when the survey comes: a single-page app may have moved on when it is answered. */
  readonly #page = pageNow();
  /** The server has some revision, if not the newest. */
  #isConfirmed = false;

  constructor(session: Session, rule: SurveyRule, texts: SurveyTexts, changed: () => void) {
    this.#session = session;
    this.contact = session.contact;
    this.rule = rule;
    this.texts = texts;
    this.#changed = changed;
  }

  /** The visitor's last word is on its way: until it is known how that went, nothing more is taken. */
  get isBusy(): boolean {
    return !this.delivery && (this.isComplete || this.isWithdrawn);
  }

  /** Takes up an answer of an earlier visit. */
  resume(thread: Thread, stored: Values | undefined, draft: Values, delivery: Delivery) {
    this.thread = thread;
    this.displayId = thread.display;
    this.#isConfirmed = delivery === 'sent';
    this.isComplete = !stored;
    this.stored = stored ?? {};
    this.values = { ...stored, ...draft };
    this.#settle(delivery);
  }

  listen() {
    outboxOf(this.#session).listeners.add(this.#heard);
  }

  stop() {
    outboxOf(this.#session).listeners.delete(this.#heard);
  }

  /** Takes a value without storing it; once there is an answer it belongs to, it outlives a reload. */
  change(name: string, value: AnswerValue) {
    this.fault = undefined;
    this.values = { ...this.values, [name]: value };
    if (this.thread && !this.isBusy) this.#session.drafts.set(this.thread.id, stringify(this.values));
    this.#changed();
  }

  /**
   * Stores `values` as the next revision; `withdrawn` without any takes the answer back.
   *
   * @param path - the places of the questions they answer; what was said elsewhere is not sent
   */
  commit(values: Values, touchpoint: string | undefined, complete: boolean, path: number[], withdrawn = false) {
    const session = this.#session;
    const { rule, texts } = this;
    const now = Date.now();
    session.keepVisitor();
    this.thread ??= {
      id: uuid7(now, randomHex(10)),
      revision: 0,
      version: rule.version,
      startedAt: new Date(now).toISOString(),
      display: this.displayId,
      visitor: session.visitor(),
    };
    const { thread } = this;
    // Another tab may have gone on with it meanwhile.
    const kept = readSeen(session.store, rule.id)?.thread;
    if (kept?.id === thread.id) thread.revision = kept.revision;
    const revision = ++thread.revision;
    this.isComplete = complete;
    this.isWithdrawn = withdrawn;
    this.delivery = undefined;
    // Taking back leaves on screen what is there, until it is known how that went.
    if (!withdrawn) {
      this.stored = values;
      // What is being typed stays, and waits for its own Send.
      this.values = { ...this.values, ...values };
      this.ending = undefined;
    }
    if (this.isBusy) session.drafts.remove(thread.id);
    this.remember(complete ? 'answered' : 'abandoned');
    const isKept = respond(session, rule, thread, {
      answers: texts.questions.flatMap(({ id: question }, place) => {
        const value = path.includes(place) ? values[question] : '';
        return value === undefined || value === '' ? [] : [{ question, value }];
      }),
      complete,
      locale: texts.locale,
      touchpoint,
      page: this.#page,
      ...(this.context && { context: this.context }),
      ...(withdrawn && { withdrawn }),
    });
    if (isKept)
      setTimeout(() => {
        if (thread.revision === revision && !this.delivery) this.#settle('kept');
      }, REPLY_PATIENCE);
    if (complete) this.report('answered');
    this.#changed();
  }

  /** Keeps on the device what the visitor did, so that they are not asked again too soon. */
  remember(outcome: Outcome) {
    const session = this.#session;
    const { rule, thread, stored, delivery } = this;
    session.keepVisitor();
    if (outcome === 'never') session.store.set(NEVER, '1');
    const isThere = delivery === 'lost' ? this.#isConfirmed : !this.isWithdrawn;
    writeSeen(session.store, rule.id, {
      at: Date.now(),
      outcome,
      ...(isThere && thread && { thread, ...(outcome === 'abandoned' && { stored }) }),
    });
  }

  /** Tells the server how the display went, if it can be told. */
  report(outcome: Outcome) {
    const session = this.#session;
    const { rule, displayId: id } = this;
    const body: DisplayBody = {
      id,
      survey: rule.id,
      version: rule.version,
      visitor: session.visitor(),
      outcome,
      ...(session.isTest && { test: true }),
    };
    session
      .identity()
      .then(async (identity) => {
        const { status } = await session.post('displays', { ...body, identity });
        // A token that is refused costs the identity, not the display.
        if (status === 401) await session.post('displays', body);
      })
      .catch(() => {});
  }

  #heard: Listener = (body, delivery) => {
    if (body.id !== this.thread?.id) return;
    this.#isConfirmed ||= delivery === 'sent';
    if (body.revision === this.thread.revision) this.#settle(delivery);
  };

  #settle(delivery: Delivery) {
    const { isWithdrawn } = this;
    this.delivery = delivery;
    // Not to be thanked for at the next visit, either.
    if (delivery === 'lost') this.remember(isWithdrawn ? 'answered' : 'abandoned');
    if (isWithdrawn) this.ending = ({ sent: 'withdrawn', kept: 'withdrawalKept', lost: 'notSent' } as const)[delivery];
    else if (this.isComplete) this.ending = ({ sent: 'thanks', kept: 'offline', lost: undefined } as const)[delivery];
    this.#changed();
  }
}
