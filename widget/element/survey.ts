import { html, nothing, render } from 'lit/html.js';
import type { AnswerValue } from '../../contract/collect.ts';
import { REVISABLE_FOR } from '../../contract/limits.ts';
import type { Outcome } from '../../contract/metric.ts';
import type { QuestionText, SurveyRule, SurveyTexts } from '../../contract/rules.ts';
import { isResting, readSeen, type Values } from '../seen.ts';
import type { Context, Session } from '../session.ts';
import { stringify } from '../stringify.ts';
import { Answering } from './answering.ts';
import { cleanValue } from './cleanValue.ts';
import { closing, newsOf } from './closing.ts';
import { escapeIsTheirs } from './escapeIsTheirs.ts';
import { foot } from './foot.ts';
import { given } from './given.ts';
import { cloudOff, cross, tick } from './icons.ts';
import { onePage } from './onePage.ts';
import { AT, type Pages } from './pagesType.ts';
import { typeOf } from './questions/registry.ts';
import { sheets } from './survey.styles.ts';

/**
 * One survey, over the page or placed in it. It asks for the rating first and stores it at the first commit, then asks
 * why; what more it asks comes page by page, from files of their own. It thanks only for what the server has confirmed. An answer broken off is gone on with, and one that is complete
 * may be taken back, for a day.
 *
 * @slot - what the page says above the survey, shown only while there is one
 *
 * @attr survey - the id of a published survey
 * @attr touchpoint - the touchpoint the answers belong to, if not the survey's own
 * @attr scheme - `light` or `dark`; without it the visitor's own
 *
 * @event touchstone-show - the visitor has it before them; `detail: { survey }`
 * @event touchstone-answer - something was committed; `detail: { survey, revision, complete }`
 * @event touchstone-close - the survey has gone; `detail: { survey, outcome }`
 *
 * @csspart panel - the whole survey
 * @csspart choices - the faces, or what else there is to choose from
 * @csspart choice - one of them
 * @csspart textarea - the field for the visitor's own words
 * @csspart input - a field of one line
 * @csspart checkbox - the box under words to agree to
 * @csspart progress - the bar that says how far one is
 * @csspart send - the Send button, Next where more follows
 * @csspart skip - the Skip button
 * @csspart back - the Back button
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
  /** The placed element that each survey is at work in. */
  static placed = new Map<SurveyRule, Element>();

  /** Shown over the page instead of in it. */
  popup = false;
  /** Opened by the visitor's own press: focus moves in. */
  takesFocus = false;

  /** Facts the page passes along with the call that opened it. */
  context: Context | undefined;

  readonly #root = this.attachShadow({ mode: 'open' });
  #answering: Answering | undefined;
  /** What leads from question to question. */
  #pages: Pages = onePage;
  /** What is drawn into. */
  #body: ParentNode & Node = this.#root;
  /** The survey that was asked for last. */
  #begun: string | null = null;
  /** The page drawn last. */
  #at: AnswerValue | undefined;
  #isAnnounced = false;
  #isStale = false;
  #cameFrom: EventTarget | null = null;

  #gone = new AbortController();

  constructor() {
    super();
    this.addEventListener('focusin', ({ relatedTarget }) => {
      // Focus that comes from nowhere was moved by the survey itself, or by a press.
      this.#cameFrom = relatedTarget ?? this.#cameFrom;
    });
  }

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    addEventListener(
      'pagehide',
      () => {
        const answering = this.#answering;
        if (answering?.thread && !answering.isComplete) answering.report('abandoned');
      },
      { signal },
    );
    document.addEventListener(
      'keydown',
      (event) => {
        if (this.popup && event.key === 'Escape' && !escapeIsTheirs(event, this)) this.#close();
      },
      { signal },
    );
    this.#answering?.listen();
    this.attributeChangedCallback();
  }

  disconnectedCallback() {
    this.#gone.abort();
    this.#answering?.stop();
  }

  attributeChangedCallback() {
    // Without its texts there is nothing to ask, and the page goes on without it.
    if (this.isConnected) this.#begin(this.getAttribute('survey')).catch(() => this.popup && this.remove());
  }

  /** The page it was due on has been left: it goes, unasked, unless the visitor is in the middle of answering. */
  leave() {
    const answering = this.#answering;
    if (answering && !answering.thread && !Object.keys(answering.values).length) this.#end();
  }

  get #touchpoint() {
    return this.getAttribute('touchpoint') ?? undefined;
  }

  #find<Found extends HTMLElement>(selector: string) {
    return this.#root.querySelector<Found>(selector);
  }

  async #begin(survey: string | null) {
    const { placed } = TouchstoneSurvey;
    const rule = session?.rules.surveys.find(({ id }) => id === survey);
    if (!session || !rule || this.#begun === survey) return;
    if (!this.popup) {
      // Placed twice: the first is at work.
      if (placed.get(rule)?.isConnected) return;
      placed.set(rule, this);
    }
    this.#begun = survey;
    this.#answering?.stop();
    const now = Date.now();
    const { store } = session;
    const isDone = isResting(store, rule, now);
    // One that may be begun anew at any time is gone on with all the same, while it is not at its end.
    const seen = readSeen(store, rule.id);
    const thread = (isDone || seen?.stored) && seen?.thread;
    const again = thread && now < Date.parse(thread.startedAt) + REVISABLE_FOR && (await import('./again.ts')).again;
    if (isDone && !this.popup && !again) return;
    const texts = await session.texts(rule);
    const { context } = this;
    // What it needs beyond a rating with its comment is fetched at once; without that it does not come, either.
    const [more, look] = await Promise.all([
      (context ||
        texts.frame.next ||
        texts.questions.some((question) => question.next || !typeOf(question)) ||
        /\{\{/.test(stringify(texts))) &&
        import('./more.ts'),
      texts.look && import('./look.ts'),
      CSS.supports('color:light-dark(red,red)') || import('./plainColors.ts'),
    ]);
    this.#pages = more ? more.pages : onePage;
    this.#root.adoptedStyleSheets = sheets;
    const answering = new Answering(session, rule, texts, this.#update);
    answering.context = context && this.#pages.contextOf(context);
    if (again) again(session, rule, answering, this.popup);
    else if (this.popup) this.#appear(answering);
    this.#answering = answering;
    if (this.isConnected) answering.listen();
    this.#at = answering.values[AT];
    this.#update();
    if (!again && !this.popup) queueMicrotask(() => this.#whenSeen(answering));
    this.#body = look ? look.wear(this, this.#root, texts.look, this.#close) : this.#root;
    if (this.popup && navigator.maxTouchPoints)
      import('./underFingers.ts')
        .then(({ underFingers }) => underFingers(this.#find('.panel'), this.#gone.signal, this.#close))
        .catch(() => {});
    // A live region speaks only of what changes after it has appeared.
    setTimeout(() => {
      this.#isAnnounced = true;
      this.#update();
    }, 100);
  }

  #appear(answering: Answering) {
    answering.report('shown');
    this.#tell('show', {});
  }

  /** Tells of the display once at least half of the survey has come into view. */
  #whenSeen(answering: Answering) {
    const panel = this.#find('.panel');
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (!entry || entry.intersectionRatio < 0.5) return;
        watcher.disconnect();
        this.#appear(answering);
      },
      { threshold: 0.5 },
    );
    if (panel) watcher.observe(panel);
  }

  /** Draws what has changed, once for however many changes. */
  #update = () => {
    if (this.#isStale) return;
    this.#isStale = true;
    queueMicrotask(() => {
      this.#isStale = false;
      const hadFocus = this.matches(':focus-within');
      render(this.#draw(), this.#body as HTMLElement);
      const heading = this.#find('#q0');
      const at = this.#answering?.values[AT];
      // Another page has come: the visitor begins at its head.
      if (this.#at !== at) heading?.focus();
      // What had focus is gone: on to the next thing to do, or to the words that took its place.
      else if (this.takesFocus || (hadFocus && !this.matches(':focus-within')))
        (this.#find('textarea') ?? heading)?.focus();
      this.takesFocus = false;
      this.#at = at;
    });
  };

  /** Stores what was said up to the question at `place`, and goes on to the next or to the end. */
  #proceed(place: number, said: Values) {
    const answering = this.#answering;
    if (!answering || answering.isBusy || answering.ending) return;
    const way = this.#pages.goOn(answering, place, said);
    answering.fault = undefined;
    answering.commit(way.said, this.#touchpoint, way.isLast, way.path);
    this.#tell('answer', { revision: answering.thread?.revision, complete: answering.isComplete });
  }

  #send = () => {
    const answering = this.#answering;
    if (!answering) return;
    const { values, stored, texts } = answering;
    const said = { ...stored };
    let last: QuestionText | undefined;
    let at = 0;
    for (at of this.#pages.placesOf(answering)) {
      last = texts.questions[at];
      if (last) said[last.id] = cleanValue(last, values[last.id]);
    }
    if (!last) return;
    answering.fault = this.#pages.faultOf(last, said, answering);
    if (answering.fault === undefined) this.#proceed(at, said);
    else {
      this.#update();
      this.#find('textarea,input')?.focus();
    }
  };

  /** Goes on without what was chosen or typed since the last answer. */
  #skip = () => {
    const answering = this.#answering;
    if (!answering) return;
    const place = this.#pages.placesOf(answering).at(-1) ?? 0;
    const id = answering.texts.questions[place]?.id ?? '';
    this.#proceed(place, { ...answering.stored, [id]: '' });
  };

  #withdraw = () => this.#answering?.commit({}, this.#touchpoint, false, [], true);

  #refuse = () => this.#end('never');

  #close = () => {
    const answering = this.#answering;
    if (answering?.isComplete || answering?.isWithdrawn) this.#end(undefined, 'answered');
    else this.#end(answering?.thread ? 'abandoned' : 'dismissed');
  };

  /** @param outcome - what the page is told; `told` goes to the server too */
  #end(told?: Outcome, outcome: Outcome = told ?? 'shown') {
    const answering = this.#answering;
    if (told) {
      answering?.remember(told);
      answering?.report(told);
    }
    const cameFrom = this.matches(':focus-within') && this.#cameFrom;
    // It still listens: what becomes of the answer decides what the next visit may say of it.
    this.#answering = undefined;
    this.#update();
    this.#tell('close', { outcome });
    if (this.popup) this.remove();
    // Only now: while it held the page back, nothing there could have the focus.
    if (cameFrom instanceof HTMLElement) cameFrom.focus();
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
    const pages = this.#pages;
    const texts = pages.fill(answering);
    const { locale, dir, frame, questions } = texts;
    const places = pages.placesOf(answering);
    return html`<slot></slot><section
      part="panel"
      class=${popup ? 'panel popup' : 'panel'}
      role=${popup ? 'dialog' : 'region'}
      aria-labelledby="q0"
      lang=${locale}
      dir=${dir}
      aria-busy=${isBusy}
    >
      ${
        popup
          ? html`<button type="button" class="close" part="close" aria-label=${frame.close} @click=${this.#close}>
                ${cross}
              </button>`
          : nothing
      }
      ${
        ending
          ? closing(ending, texts)
          : html`${pages.progress(answering, places)}${places.map((place, index) =>
              this.#ask(answering, texts, place, index),
            )}${pages.form(answering, texts, places, this.#send, this.#skip)}`
      }
      <div class="foot" part="footer">
        ${foot(answering, session?.rules.privacy, this.#refuse, this.#withdraw)}
        ${session?.isTest ? html`<b>${frame.test ?? 'Test'}</b>` : nothing}
      </div>
    </section>
    <p class="said" role="status" lang=${locale}>
      ${this.#isAnnounced ? newsOf(answering, texts, questions[places[0] ?? 0], popup) : ''}
    </p>`;
  }

  #ask(answering: Answering, { questions, frame, locale }: SurveyTexts, place: number, index: number) {
    const { values, delivery, isBusy } = answering;
    const question = questions[place];
    const type = question && typeOf(question);
    if (!type) return nothing;
    const stored = given(answering.stored[question.id]);
    const meaning = html`<b>${stored !== undefined && type.meaning?.(stored, { question, frame, locale })}</b>`;
    const isSent = delivery === 'sent';
    const kept = html`${isSent ? tick : cloudOff}<span>${frame[isSent ? 'kept' : 'keptHere']} ${meaning}</span>`;
    // Its line is there before its words, so that nothing moves when they come.
    const note = html`<p class="note">${
      delivery === 'lost' ? frame.notSent : delivery ? kept : isBusy ? meaning : frame.sending
    }</p>`;
    return html`${
      index ? html`<h3 id="q1">${question.text}</h3>` : html`<h2 id="q0" tabindex="-1">${question.text}</h2>`
    }
    ${type.render({
      question,
      frame,
      locale,
      labelledBy: `q${index}`,
      value: given(values[question.id]),
      stored,
      values,
      seed: answering.displayId,
      isBusy,
      note,
      isWrong: answering.fault !== undefined,
      change: (next, name = question.id) => answering.change(name, next),
      commit: (next) => this.#proceed(place, { ...answering.stored, [question.id]: next }),
      send: this.#send,
    })}`;
  }
}

let session: Session | undefined;

/** Takes what the loader lends, before the element is registered; the first of two loaders is at work. */
export function lend(lent: Session): void {
  session ??= lent;
}
