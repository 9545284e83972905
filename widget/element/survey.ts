import { html, nothing, render } from 'lit/html.js';
import { COMMENT_MAX, REVISABLE_FOR } from '../../contract/limits.ts';
import type { Outcome } from '../../contract/metric.ts';
import type { QuestionText } from '../../contract/rules.ts';
import { cleanText } from '../loader/cleanText.ts';
import { OUT } from '../outbox/keys.ts';
import { isResting, readSeen } from '../seen.ts';
import type { Session } from '../session.ts';
import { Answering, type Values } from './answering.ts';
import { closing, newsOf } from './closing.ts';
import { cross, tick } from './icons.ts';
import { questionTypes } from './questions/registry.ts';
import sheet from './survey.styles.ts';

/**
 * One survey, over the page or placed in it. It asks for the rating first and stores it at the first commit, then asks
 * why; it thanks only for what the server has confirmed.
 *
 * @attr survey - the id of a published survey
 * @attr touchpoint - the touchpoint the answers belong to, if not the survey's own
 * @attr scheme - `light` or `dark`; without it the visitor's own
 *
 * @event touchstone-answer - something was committed; `detail: { survey, revision, complete }`
 * @event touchstone-close - the survey has gone; `detail: { survey, outcome }`
 *
 * @csspart panel - the whole survey
 * @csspart choices - the row of faces
 * @csspart choice - one face
 * @csspart textarea - the field for the visitor's own words
 * @csspart send - the Send button
 * @csspart skip - the Skip button
 * @csspart close - the Close button
 * @csspart footer - the quiet links
 *
 * @cssproperty --touchstone-surface - background
 * @cssproperty --touchstone-field - background of the text field
 * @cssproperty --touchstone-hover - background of a face under the pointer
 * @cssproperty --touchstone-line - edge of the text field, faces not chosen
 * @cssproperty --touchstone-ink - text, the chosen face, Send
 * @cssproperty --touchstone-ink-soft - faces, secondary text
 * @cssproperty --touchstone-ink-faint - the quietest text
 * @cssproperty --touchstone-on-ink - what stands on ink
 * @cssproperty --touchstone-focus - focus ring
 * @cssproperty --touchstone-radius - corners
 * @cssproperty --touchstone-scheme - `light` or `dark`, instead of the visitor's own; the attribute `scheme` says the same
 * @cssproperty --touchstone-font - font family
 * @cssproperty --touchstone-width - width over the page
 * @cssproperty --touchstone-gap - distance from the window's edges
 */
export class TouchstoneSurvey extends HTMLElement {
  static observedAttributes = ['survey'];
  /** Lent by the loader before the element is registered. */
  static session: Session | undefined;

  /** Shown over the page instead of in it. */
  popup = false;
  /** Opened by the visitor's own press: focus moves in. */
  takesFocus = false;

  private readonly root = this.attachShadow({ mode: 'open' });
  private answering: Answering | undefined;
  /** The survey that was asked for last. */
  private begun: string | null = null;
  /** Chosen and typed, not all of it stored. */
  private values: Values = {};
  /** The last question on screen, by its place. */
  private reach = 0;
  private isAnnounced = false;
  private isStale = false;
  private cameFrom: EventTarget | null = null;

  constructor() {
    super();
    this.root.adoptedStyleSheets = [sheet];
    this.addEventListener('focusin', this.entered);
  }

  connectedCallback() {
    addEventListener('pagehide', this.left);
    document.addEventListener('keydown', this.pressed);
    visualViewport?.addEventListener('resize', this.fit);
    this.answering?.listen();
    this.attributeChangedCallback();
  }

  disconnectedCallback() {
    removeEventListener('pagehide', this.left);
    document.removeEventListener('keydown', this.pressed);
    visualViewport?.removeEventListener('resize', this.fit);
    this.answering?.stop();
  }

  attributeChangedCallback() {
    // Without its texts there is nothing to ask, and the page goes on without it.
    if (this.isConnected) this.begin(this.getAttribute('survey')).catch(() => {});
  }

  private get touchpoint() {
    return this.getAttribute('touchpoint') ?? undefined;
  }

  private get panel() {
    return this.root.querySelector<HTMLElement>('.panel');
  }

  private get field() {
    return this.root.querySelector('textarea');
  }

  private async begin(survey: string | null) {
    const { session } = TouchstoneSurvey;
    const rule = session?.rules.surveys.find(({ id }) => id === survey);
    if (!session || !rule || this.begun === survey) return;
    this.begun = survey;
    this.answering?.stop();
    this.values = {};
    this.reach = 0;
    const now = Date.now();
    const seen = readSeen(session.store, rule.id);
    const isDone = !this.popup && isResting(seen, rule, now);
    // Answered lately: nothing is asked again, but for a day it may be taken back.
    const thread = isDone && seen?.outcome !== 'never' ? seen?.thread : undefined;
    if (isDone && !(thread && now < Date.parse(thread.startedAt) + REVISABLE_FOR)) return;
    const answering = new Answering(session, rule, await session.texts(rule), this.update);
    if (thread) answering.resume(thread, session.store.get(OUT + thread.id) ? 'kept' : 'sent');
    else answering.show();
    this.answering = answering;
    if (this.isConnected) answering.listen();
    this.update();
    // A live region speaks only of what changes after it has appeared.
    setTimeout(() => {
      this.isAnnounced = true;
      this.update();
    }, 100);
  }

  /** Draws what has changed, once for however many changes. */
  private update = () => {
    if (this.isStale) return;
    this.isStale = true;
    queueMicrotask(() => {
      this.isStale = false;
      const hadFocus = this.matches(':focus-within');
      render(this.draw(), this.root);
      // What had focus is gone: on to the next thing to do, or to the words that took its place.
      if (this.takesFocus || (hadFocus && !this.matches(':focus-within'))) (this.field ?? this.panel)?.focus();
      this.takesFocus = false;
    });
  };

  private left = () => {
    const { answering } = this;
    if (answering?.thread && !answering.isComplete) answering.report('abandoned');
  };

  private pressed = (event: KeyboardEvent) => {
    const at = document.activeElement;
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (this.popup && (at === this || at === document.body)) this.close();
  };

  private entered = (event: FocusEvent) => {
    // Focus that comes from nowhere was moved by the survey itself, or by a press.
    this.cameFrom = event.relatedTarget ?? this.cameFrom;
  };

  /** Keeps the sheet above the on-screen keyboard, which covers fixed boxes. */
  private fit = () => {
    const { height = 0, offsetTop = 0, scale = 1 } = visualViewport ?? {};
    const covered = scale === 1 ? Math.max(0, innerHeight - height - offsetTop) : 0;
    this.panel?.style.setProperty('--touchstone-keyboard', `${covered}px`);
  };

  /** Stores what was said up to question `place`, and goes on to the next or to the end. */
  private proceed(place: number, values: Values) {
    const { answering } = this;
    // One press is under way already, unless it failed.
    if (!answering || (answering.isComplete && answering.delivery !== 'lost')) return;
    const last = answering.texts.questions.length - 1;
    this.reach = Math.max(this.reach, Math.min(place + 1, last));
    this.values = values;
    answering.commit(values, this.touchpoint, place >= last);
    this.update();
    this.tell('answer', { revision: answering.thread?.revision, complete: answering.isComplete });
  }

  private send = () => {
    const { answering, values, reach } = this;
    const question = answering?.texts.questions[reach];
    if (!question) return;
    const words = cleanText(String(values[question.id] ?? ''), COMMENT_MAX).trim();
    if (question.required && !words) this.field?.focus();
    else this.proceed(reach, { ...values, [question.id]: words });
  };

  private skip = () => this.proceed(this.reach, this.answering?.stored ?? {});

  private withdraw = () => this.answering?.withdraw(this.touchpoint);

  private refuse = () => this.end('never');

  private close = () => {
    const { answering } = this;
    if (answering?.isComplete || answering?.isWithdrawn) this.end();
    else this.end(answering?.thread ? 'abandoned' : 'dismissed');
  };

  private end(outcome?: Outcome) {
    const { answering } = this;
    if (outcome) {
      answering?.remember(outcome);
      answering?.report(outcome);
    }
    if (this.matches(':focus-within') && this.cameFrom instanceof HTMLElement) this.cameFrom.focus();
    answering?.stop();
    this.answering = undefined;
    this.update();
    this.tell('close', { outcome: outcome ?? 'answered' });
    if (this.popup) this.remove();
  }

  private tell(event: string, detail: object) {
    this.dispatchEvent(
      new CustomEvent(`touchstone-${event}`, {
        bubbles: true,
        composed: true,
        detail: { survey: this.begun, ...detail },
      }),
    );
  }

  private draw() {
    const { answering, popup } = this;
    if (!answering) return nothing;
    const { ending } = answering;
    const { locale, dir, frame, questions } = answering.texts;
    return html`<section
      part="panel"
      class=${popup ? 'panel popup' : 'panel'}
      role=${popup ? 'dialog' : 'region'}
      aria-labelledby="q0"
      lang=${locale}
      dir=${dir}
      tabindex="-1"
    >
      ${ending ? closing(ending, frame) : questions.slice(0, this.reach + 1).map(this.ask, this)}
      <div class="foot" part="footer">${this.foot(answering)}</div>
      ${
        popup
          ? html`<button type="button" class="close" part="close" aria-label=${frame.close} @click=${this.close}>
              ${cross}
            </button>`
          : nothing
      }
      <p class="said" role="status">${this.isAnnounced ? newsOf(answering, popup) : ''}</p>
    </section>`;
  }

  private ask(question: QuestionText, place: number) {
    const { answering, values } = this;
    if (!answering) return nothing;
    const { stored, delivery, isKept, texts } = answering;
    const { frame } = texts;
    const type = questionTypes[question.type];
    const value = stored[question.id];
    const change = (next: Values[string]) => {
      this.values = { ...this.values, [question.id]: next };
      this.update();
    };
    const kept = html`${tick}<span>${frame.kept} <b>${value !== undefined && type.meaning?.(value, frame)}</b></span>`;
    // Its line is there before its words, so that nothing moves when they come.
    const note = html`<p class="note">${delivery === 'lost' ? frame.notSent : isKept ? kept : nothing}</p>`;
    return html`${place ? html`<h3 id="q${place}">${question.text}</h3>` : html`<h2 id="q0">${question.text}</h2>`}
    ${type.render({
      question,
      frame,
      labelledBy: `q${place}`,
      value: values[question.id],
      stored: value,
      note,
      change,
      commit: (next) => this.proceed(place, { ...this.values, [question.id]: next }),
      send: this.send,
    })}
    ${
      type.meaning || place < this.reach
        ? nothing
        : html`<div class="form">
            <button type="button" class="send" part="send" @click=${this.send}>${frame.send}</button>
            ${
              question.required
                ? nothing
                : html`<button type="button" class="skip" part="skip" @click=${this.skip}>${frame.skip}</button>`
            }
          </div>`
    }`;
  }

  private foot({ thread, isWithdrawn, delivery, texts: { frame } }: Answering) {
    const privacy = TouchstoneSurvey.session?.rules.privacy;
    return html`<button type="button" @click=${this.refuse}>${frame.never}</button>
      ${privacy ? html`<a href=${privacy} target="_blank" rel="noopener">${frame.privacy}</a>` : nothing}
      ${
        thread && (!isWithdrawn || delivery === 'lost')
          ? html`<button type="button" @click=${this.withdraw}>${frame.withdraw}</button>`
          : nothing
      }`;
  }
}
