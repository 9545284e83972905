import type { AnswerValue, DisplayBody } from '../../contract/collect.ts';
import type { Outcome } from '../../contract/metric.ts';
import type { SurveyRule, SurveyTexts } from '../../contract/rules.ts';
import type { Delivery, Listener } from '../outbox/outbox.ts';
import { outboxOf } from '../outbox/outboxOf.ts';
import { randomHex } from '../randomHex.ts';
import { type Thread, writeSeen } from '../seen.ts';
import type { Session } from '../session.ts';
import { respond } from './respond.ts';
import { uuid7 } from './uuid7.ts';

export type Values = Partial<Record<string, AnswerValue>>;

/** How a survey ended: confirmed by the server, kept on this device for later, taken back, or not even that. */
export type Ending = 'thanks' | 'offline' | 'withdrawn' | 'notSent';

/** One display of one survey and the response that grows from it, without anything one can see. */
export class Answering {
  readonly rule: SurveyRule;
  readonly texts: SurveyTexts;
  /** As last committed. */
  stored: Values = {};
  thread: Thread | undefined;
  isComplete = false;
  isWithdrawn = false;
  /** The newest revision outlives the page, here or at the server. */
  isKept = false;
  /** How sending the newest revision went; nothing while under way. */
  delivery: Delivery | undefined;
  /** Nothing while there is still something to say or to wait for. */
  ending: Ending | undefined;

  private readonly session: Session;
  private readonly changed: () => void;
  private displayId = '';

  constructor(session: Session, rule: SurveyRule, texts: SurveyTexts, changed: () => void) {
    this.session = session;
    this.rule = rule;
    this.texts = texts;
    this.changed = changed;
  }

  /** Counts as a display from here on. */
  show() {
    this.displayId = uuid7(Date.now(), randomHex(10));
    this.report('shown');
  }

  /** Takes up an answer of an earlier visit that may still be taken back. */
  resume(thread: Thread, delivery: Delivery) {
    this.thread = thread;
    this.isComplete = true;
    this.settle(delivery);
  }

  listen() {
    outboxOf(this.session).listeners.add(this.heard);
  }

  stop() {
    outboxOf(this.session).listeners.delete(this.heard);
  }

  /** Stores `values` as the next revision. */
  commit(values: Values, touchpoint: string | undefined, complete: boolean, withdrawn = false) {
    const { session, rule, texts } = this;
    const now = Date.now();
    const { id, revision, startedAt } = this.thread ?? {
      id: uuid7(now, randomHex(10)),
      revision: 0,
      startedAt: new Date(now).toISOString(),
    };
    this.thread = { id, revision: revision + 1, version: this.thread?.version ?? rule.version, startedAt };
    this.stored = values;
    this.isComplete = complete;
    this.isWithdrawn = withdrawn;
    this.delivery = undefined;
    // Taking back leaves on screen what is there, until it is known how that went.
    if (!withdrawn) this.ending = undefined;
    this.remember(complete ? 'answered' : 'abandoned');
    this.isKept = respond(session, rule, this.thread, {
      answers: texts.questions.flatMap(({ id: question }) => {
        const value = values[question];
        return value === undefined || value === '' ? [] : [{ question, value }];
      }),
      complete,
      locale: texts.locale,
      touchpoint,
      ...(withdrawn && { withdrawn }),
    });
    if (complete) this.report('answered');
    this.changed();
  }

  withdraw(touchpoint: string | undefined) {
    this.commit({}, touchpoint, false, true);
  }

  /** Keeps on the device what the visitor did, so that they are not asked again too soon. */
  remember(outcome: Outcome) {
    const { session, rule, thread } = this;
    session.keepVisitor();
    const seen = { at: Date.now(), outcome };
    writeSeen(session.store, rule.id, thread && !this.isWithdrawn ? { ...seen, thread } : seen);
  }

  /** Tells the server how the display went, if it can be told. */
  report(outcome: Outcome) {
    const { session, rule, displayId: id } = this;
    if (!id) return;
    const body: DisplayBody = { id, survey: rule.id, version: rule.version, visitor: session.visitor(), outcome };
    session
      .identity()
      .then(async (identity) => {
        const { status } = await session.post('displays', identity ? { ...body, identity } : body);
        // A token that is refused costs the identity, not the display.
        if (status === 401) await session.post('displays', body);
      })
      .catch(() => {});
  }

  private heard: Listener = (body, delivery) => {
    if (body.id !== this.thread?.id || body.revision !== this.thread.revision) return;
    this.settle(delivery);
    this.changed();
  };

  private settle(delivery: Delivery) {
    this.delivery = delivery;
    this.isKept = delivery !== 'lost';
    if (this.isWithdrawn) this.ending = ({ sent: 'withdrawn', kept: 'offline', lost: 'notSent' } as const)[delivery];
    else if (this.isComplete) this.ending = ({ sent: 'thanks', kept: 'offline', lost: undefined } as const)[delivery];
  }
}
