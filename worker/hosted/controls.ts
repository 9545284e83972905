import { html } from 'hono/html';
import { EMOTIONS, type Emotion, SCALES } from '../../contract/metric.ts';
import { OTHER } from '../../contract/questionType.ts';
import type { QuestionText } from '../../contract/rules.ts';
import type { Frame } from '../../widget/frame/frame.ts';
import { face, sign, star, thumb } from './drawings.ts';
import { type Filled, fieldOf, isAddress, maxOf, OWN_WORDS_MAX } from './filled.ts';
import type { Markup } from './markup.ts';
import { shuffled } from './shuffled.ts';

/** One question as it is drawn. */
export interface ControlView {
  question: QuestionText;
  filled: Filled;
  frame: Frame;
  locale: string;
  /** What the order of shuffled options follows from. */
  seed: string;
  /** Ids of what names and describes a control that stands alone. */
  labelledBy: string;
  describedBy: string;
}

/** The native controls of a question. */
export function controls(view: ControlView): Markup {
  switch (view.question.type) {
    case 'csat':
      return satisfaction(view);
    case 'nps':
    case 'ces': {
      const { low, high } = SCALES[view.question.type];
      return html`${numbers(view, low, high)}${ends(view, view.frame[view.question.type])}`;
    }
    case 'thumbs':
      return html`<div class="tiles thumbs">
        ${[0, 1].map((value) => radio(view, String(value), html`${thumb}<span>${thumbName(view, value)}</span>`))}
      </div>`;
    case 'emotion':
      return html`<div class="tiles">
          ${Object.keys(EMOTIONS).map((name) =>
            radio(view, name, html`${sign(name)}<span>${view.frame.emotions[name as Emotion]}</span>`),
          )}
        </div>
        ${ownWords(view)}`;
    case 'gap':
      return gap(view);
    case 'single':
    case 'multiple':
      return options(view);
    case 'consent':
      return agree(view, view.question.consent ?? view.question.text, view.question.required === true);
    case 'message':
      return html``;
    default:
      return typed(view);
  }
}

function satisfaction(view: ControlView): Markup {
  const { question, frame, locale } = view;
  const names = frame.csat;
  if (question.style === 'numbers') return html`${numbers(view, 1, 5)}${ends(view, [names[0], names[4]])}`;
  const drawn = names.map((name, index) =>
    radio(
      view,
      String(index + 1),
      question.style === 'stars'
        ? html`${star}<span class="said">${(index + 1).toLocaleString(locale)} ${name}</span>`
        : html`${face(index + 1)}<span class="name">${name}</span>`,
    ),
  );
  return question.style === 'stars'
    ? html`<div class="stars">${drawn}</div>${ends(view, [names[0], names[4]])}`
    : html`<div class="faces">${drawn}</div>`;
}

function numbers(view: ControlView, low: number, high: number): Markup {
  const values = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  return html`<div class="numbers" data-many="${values.length}">
    ${values.map((value) => radio(view, String(value), html`<span>${value.toLocaleString(view.locale)}</span>`))}
  </div>`;
}

function ends({ question }: ControlView, [low, high]: readonly [string, string]): Markup {
  return html`<p class="ends"><span>${question.low ?? low}</span><span>${question.high ?? high}</span></p>`;
}

function gap(view: ControlView): Markup {
  const { frame, question, filled } = view;
  const low = question.low ?? frame.csat[0];
  const high = question.high ?? frame.csat[4];
  return html`${(['expected', 'experienced'] as const).map(
    (part, row) =>
      html`<fieldset class="row">
        <legend>${frame.gap[row]}</legend>
        <div class="numbers" data-many="5">
          ${[1, 2, 3, 4, 5].map((value) =>
            radio(
              { ...view, filled: { ...filled, picked: [filled[part]] } },
              String(value),
              html`<span>${value.toLocaleString(view.locale)}</span>`,
              part,
            ),
          )}
        </div>
        <p class="ends"><span>${low}</span><span>${high}</span></p>
      </fieldset>`,
  )}`;
}

function options(view: ControlView): Markup {
  const { question, filled, frame, seed } = view;
  const type = question.type === 'single' ? 'radio' : 'checkbox';
  const offered = question.shuffle ? shuffled(question.options ?? [], seed) : (question.options ?? []);
  const all = question.other ? [...offered, { id: OTHER, text: frame.other }] : offered;
  return html`<div class="list">
      ${all.map(
        ({ id, text }) =>
          html`<label class="option"
            ><input
              type="${type}"
              name="${fieldOf(question.id)}"
              value="${id}"
              ${filled.picked.includes(id) ? 'checked' : ''}
              ${type === 'radio' && question.required ? 'required' : ''}
            /><span dir="auto">${text}</span></label
          >`,
      )}
    </div>
    ${question.other ? ownWords(view) : ''}`;
}

/** A field for what is none of the choices; styles hide it until that is chosen. */
function ownWords({ question, filled, frame }: ControlView): Markup {
  return html`<input
    class="own"
    name="${fieldOf(question.id, 'words')}"
    value="${filled.picked.includes(OTHER) ? filled.words : ''}"
    maxlength="${OWN_WORDS_MAX}"
    dir="auto"
    aria-label="${frame.ownWords}"
    placeholder="${frame.ownWords}"
  />`;
}

function typed(view: ControlView): Markup {
  const { question, filled, labelledBy, describedBy } = view;
  const { id, type, required } = question;
  // A blank keeps `:placeholder-shown` true of an empty field that has no hint.
  const hint = question.hint || ' ';
  // What is at fault takes the focus: the words, or that they may be used.
  const lacksConsent = describedBy && (type === 'email' || type === 'phone') && isAddress(type, filled);
  const wrong = describedBy && !lacksConsent ? 'aria-invalid=true autofocus' : '';
  const name = fieldOf(id, 'words');
  if (type === 'text') {
    return html`<textarea
      name="${name}"
      rows="4"
      maxlength="${maxOf(type)}"
      dir="auto"
      aria-labelledby="${labelledBy}"
      aria-describedby="${describedBy}"
      placeholder="${hint}"
      ${wrong}
      ${required ? 'required' : ''}
    >
${filled.words}</textarea
    >`;
  }
  const kind = type === 'email' ? 'email' : type === 'phone' ? 'tel' : 'text';
  return html`<input
      class="line"
      type="${kind}"
      name="${name}"
      value="${filled.words}"
      maxlength="${maxOf(type)}"
      dir="${kind === 'text' ? 'auto' : 'ltr'}"
      autocomplete="${kind === 'text' ? 'off' : kind}"
      aria-labelledby="${labelledBy}"
      aria-describedby="${describedBy}"
      placeholder="${hint}"
      ${wrong}
      ${required ? 'required' : ''}
    />
    ${type === 'short' ? '' : agree(view, question.consent ?? '', false, lacksConsent ? describedBy : '')}`;
}

function agree({ question, filled }: ControlView, words: string, required: boolean, fault = ''): Markup {
  return html`<label class="option agree"
    ><input
      type="checkbox"
      name="${fieldOf(question.id, 'agreed')}"
      ${filled.agreed ? 'checked' : ''}
      ${fault ? html`aria-invalid="true" aria-describedby="${fault}" autofocus` : ''}
      ${required ? 'required' : ''}
    /><span dir="auto">${words}</span></label
  >`;
}

function radio({ question, filled }: ControlView, value: string, content: Markup, part = ''): Markup {
  return html`<label class="choice"
    ><input
      type="radio"
      name="${fieldOf(question.id, part)}"
      value="${value}"
      ${filled.picked.includes(value) ? 'checked' : ''}
      ${question.required ? 'required' : ''}
    />${content}</label
  >`;
}

function thumbName({ question, frame }: ControlView, value: number): string {
  return (value === 0 ? question.low : question.high) ?? frame.thumbs[value] ?? '';
}
