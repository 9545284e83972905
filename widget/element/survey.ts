import { html, nothing, render } from 'lit/html.js';
import { COMMENT_MAX, REVISABLE_FOR } from '../../contract/limits.ts';
import type { Outcome } from '../../contract/metric.ts';
import type { QuestionText } from '../../contract/rules.ts';
import { cleanText } from '../loader/cleanText.ts';
import { OUT } from '../outbox/keys.ts';
import { isResting, NEVER, readSeen, type Values } from '../seen.ts';
import type { Session } from '../session.ts';
import { Answering } from './answering.ts';
import { closing, newsOf } from './closing.ts';
import { escapeIsTheirs } from './escapeIsTheirs.ts';
import { foot } from './foot.ts';
import { cloudOff, cross, tick } from './icons.ts';
import { pullDown } from './pullDown.ts';
import { questionTypes } from './questions/registry.ts';
import sheet from './survey.styles.ts';

/**
 * One survey, over the page or placed in it. It asks for the rating first and stores it at the first commit, then asks
 * why; it thanks only for what the server has confirmed. An answer broken off is gone on with, and one that is complete
 * may be taken back, for a day.
 *
 * @slot - what the page says above the survey, shown only while there is one
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

  readonly #root = this.attachShadow({ mode: 'open' });
  #answering: Answering | undefined;
  /** The survey that was asked for last. */
  #begun: string | null = null;
  /** The last question on screen, by its place. */
  #reach = 0;
  #isAnnounced = false;
  #isStale = false;
  #cameFrom: EventTarget | null = null;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
    this.addEventListener('focusin', this.#entered);
  }

  connectedCallback() {
    addEventListener('pagehide', this.#left);
    document.addEventListener('keydown', this.#pressed);
    visualViewport?.addEventListener('resize', this.#fit);
    this.#answering?.listen();
    this.attributeChangedCallback();
  }

  disconnectedCallback() {
    removeEventListener('pagehide', this.#left);
    document.removeEventListener('keydown', this.#pressed);
    visualViewport?.removeEventListener('resize', this.#fit);
    this.#answering?.stop();
  }

  attributeChangedCallback() {
    // Without its texts there is nothing to ask, and the page goes on without it.
    if (this.isConnected) this.#begin(this.getAttribute('survey')).catch(() => {});
  }

  get #touchpoint() {
    return this.getAttribute('touchpoint') ?? undefined;
  }

  get #panel() {
    return this.#root.querySelector<HTMLElement>('.panel');
  }

  get #field() {
    return this.#root.querySelector('textarea');
  }

  async #begin(survey: string | null) {
    const { session } = TouchstoneSurvey;
    const rule = session?.rules.surveys.find(({ id }) => id === survey);
    if (!session || !rule || this.#begun === survey) return;
    this.#begun = survey;
    this.#answering?.stop();
    this.#reach = 0;
    const now = Date.now();
    const { store } = session;
    const seen = readSeen(store, rule.id);
    const isDone = isResting(store, rule, now);
    const isRecent = isDone && now < Date.parse(seen?.thread?.startedAt ?? '') + REVISABLE_FOR;
    if (isDone && !this.popup && !isRecent) return;
    const texts = await session.texts(rule);
    const answering = new Answering(session, rule, texts, this.#update);
    const thread = isRecent ? seen?.thread : undefined;
    if (thread) {
      // What was broken off is gone on with, unless its questions have changed or the visitor has had enough of them.
      const isOpen = thread.version === rule.version && (this.popup || !store.get(NEVER));
      const stored = isOpen ? seen?.stored : undefined;
      answering.resume(thread, stored, store.get(OUT + thread.id) ? 'kept' : 'sent');
      this.#reach = Math.min(Object.keys(stored ?? {}).length, texts.questions.length - 1);
    } else answering.show();
    this.#answering = answering;
    if (this.isConnected) answering.listen();
    this.#update();
    // A live region speaks only of what changes after it has appeared.
    setTimeout(() => {
      this.#isAnnounced = true;
      this.#update();
    }, 100);
  }

  /** Draws what has changed, once for however many changes. */
  #update = () => {
    if (this.#isStale) return;
    this.#isStale = true;
    queueMicrotask(() => {
      this.#isStale = false;
      const hadFocus = this.matches(':focus-within');
      render(this.#draw(), this.#root, { host: this });
      // What had focus is gone: on to the next thing to do, or to the words that took its place.
      if (this.takesFocus || (hadFocus && !this.matches(':focus-within'))) (this.#field ?? this.#panel)?.focus();
      this.takesFocus = false;
    });
  };

  #left = () => {
    const answering = this.#answering;
    if (answering?.thread && !answering.isComplete) answering.report('abandoned');
  };

  #pressed = (event: KeyboardEvent) => {
    if (this.popup && event.key === 'Escape' && !escapeIsTheirs(event, this)) this.#close();
  };

  #entered = (event: FocusEvent) => {
    // Focus that comes from nowhere was moved by the survey itself, or by a press.
    this.#cameFrom = event.relatedTarget ?? this.#cameFrom;
  };

  /** Keeps the sheet above the on-screen keyboard, which covers fixed boxes. */
  #fit = () => {
    const { height = 0, offsetTop = 0, scale = 1 } = visualViewport ?? {};
    const covered = scale === 1 ? Math.max(0, innerHeight - height - offsetTop) : 0;
    this.#panel?.style.setProperty('--touchstone-keyboard', `${covered}px`);
  };

  #dragged = pullDown(() => this.#close());

  /** Stores what was said up to question `place`, and goes on to the next or to the end. */
  #proceed(place: number, values: Values) {
    const answering = this.#answering;
    if (!answering || answering.isBusy || answering.ending) return;
    const last = answering.texts.questions.length - 1;
    this.#reach = Math.max(this.#reach, Math.min(place + 1, last));
    answering.commit(values, this.#touchpoint, place >= last);
    this.#tell('answer', { revision: answering.thread?.revision, complete: answering.isComplete });
  }

  /** The last question on screen. */
  get #question() {
    return this.#answering?.texts.questions[this.#reach];
  }

  #send = () => {
    const question = this.#question;
    if (!question) return;
    const values = this.#answering?.values;
    const words = cleanText(String(values?.[question.id] ?? ''), COMMENT_MAX).trim();
    if (question.required && !words) this.#field?.focus();
    else this.#proceed(this.#reach, { ...values, [question.id]: words });
  };

  /** Goes on without what was chosen or typed since the last answer. */
  #skip() {
    const question = this.#question;
    if (question) this.#proceed(this.#reach, { ...this.#answering?.stored, [question.id]: '' });
  }

  #withdraw() {
    this.#answering?.commit({}, this.#touchpoint, false, true);
  }

  #refuse() {
    this.#end('never');
  }

  #close() {
    const answering = this.#answering;
    if (answering?.isComplete || answering?.isWithdrawn) this.#end();
    else this.#end(answering?.thread ? 'abandoned' : 'dismissed');
  }

  #end(outcome?: Outcome) {
    const answering = this.#answering;
    if (outcome) {
      answering?.remember(outcome);
      answering?.report(outcome);
    }
    if (this.matches(':focus-within') && this.#cameFrom instanceof HTMLElement) this.#cameFrom.focus();
    // It still listens: what becomes of the answer decides what the next visit may say of it.
    this.#answering = undefined;
    this.#update();
    this.#tell('close', { outcome: outcome ?? 'answered' });
    if (this.popup) this.remove();
  }

  #tell(event: string, detail: object) {
    this.dispatchEvent(
      new CustomEvent(`touchstone-${event}`, {
        bubbles: true,
        composed: true,
        detail: { survey: this.#begun, ...detail },
      }),
    );
  }

  #draw() {
    const answering = this.#answering;
    const { popup } = this;
    if (!answering) return nothing;
    const { ending, isBusy } = answering;
    const { locale, dir, frame, questions } = answering.texts;
    const privacy = TouchstoneSurvey.session?.rules.privacy;
    return html`<slot></slot><section
      part="panel"
      class=${popup ? 'panel popup' : 'panel'}
      role=${popup ? 'dialog' : 'region'}
      aria-labelledby="q0"
      lang=${locale}
      dir=${dir}
      tabindex="-1"
      aria-busy=${isBusy}
    >
      ${
        popup
          ? html`<div
                class="grip"
                @touchstart=${this.#dragged}
                @touchmove=${this.#dragged}
                @touchend=${this.#dragged}
                @touchcancel=${this.#dragged}
              ></div>
              <button type="button" class="close" part="close" aria-label=${frame.close} @click=${this.#close}>
                ${cross}
              </button>`
          : nothing
      }
      ${ending ? closing(ending, frame) : questions.slice(0, this.#reach + 1).map((question, place) => this.#ask(answering, question, place))}
      <div class="foot" part="footer">${foot(answering, privacy, this.#refuse, this.#withdraw)}</div>
    </section>
    <p class="said" role="status" lang=${locale}>${this.#isAnnounced ? newsOf(answering, popup) : ''}</p>`;
  }

  #ask(answering: Answering, question: QuestionText, place: number) {
    const { values, stored, delivery, isBusy, texts } = answering;
    const { frame } = texts;
    const type = questionTypes[question.type];
    if (!type) return nothing;
    const value = stored[question.id];
    const meaning = html`<b>${value !== undefined && type.meaning?.(value, frame)}</b>`;
    const isSent = delivery === 'sent';
    const kept = html`${isSent ? tick : cloudOff}<span>${frame[isSent ? 'kept' : 'keptHere']} ${meaning}</span>`;
    // Its line is there before its words, so that nothing moves when they come.
    const note = html`<p class="note">${
      delivery === 'lost' ? frame.notSent : delivery ? kept : isBusy ? meaning : frame.sending
    }</p>`;
    return html`${place ? html`<h3 id="q${place}">${question.text}</h3>` : html`<h2 id="q0">${question.text}</h2>`}
    ${type.render({
      question,
      frame,
      labelledBy: `q${place}`,
      value: values[question.id],
      stored: value,
      isBusy,
      note,
      change: (next) => answering.change(question.id, next),
      commit: (next) => this.#proceed(place, { ...stored, [question.id]: next }),
      send: this.#send,
    })}
    ${
      type.meaning || place < this.#reach
        ? nothing
        : html`<div class="form">
            <button type="button" class="send" part="send" aria-disabled=${isBusy} @click=${this.#send}>
              ${isBusy ? frame.sending : frame.send}
            </button>
            ${
              question.required
                ? nothing
                : html`<button type="button" class="skip" part="skip" aria-disabled=${isBusy} @click=${this.#skip}>
                    ${frame.skip}
                  </button>`
            }
          </div>`
    }`;
  }
}
