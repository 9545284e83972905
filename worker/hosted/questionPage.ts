import { html } from 'hono/html';
import type { QuestionText } from '../../contract/rules.ts';
import { controls } from './controls.ts';
import type { Filled } from './filled.ts';
import type { Markup } from './markup.ts';
import { button, FORM, page, type Visit } from './page.ts';

/** One page of questions. */
export interface QuestionPage {
  questions: readonly { question: QuestionText; filled: Filled; fault?: string | undefined }[];
  seed: string;
  isFirst: boolean;
  isLast: boolean;
  /** How far one is among the pages these answers lead over; null where it is not shown. */
  progress: { at: number; of: number } | null;
  /** There is something to take back. */
  mayWithdraw: boolean;
  /** What became of the press before. */
  note?: string;
}

/** Draws a page of questions: native controls only, so that it needs no script at all. */
export function questionPage(visit: Visit, shown: QuestionPage): Markup {
  const { frame, words, ticket } = visit;
  const { questions, isFirst, isLast, progress, mayWithdraw } = shown;
  const hasFaults = questions.some(({ fault }) => fault !== undefined);
  const note = hasFaults ? words.mend : shown.note;
  const title = questions[0]?.question.text ?? '';
  return page(
    visit,
    title,
    html`${progress ? html`<progress aria-label="${frame.progress}" max="${progress.of}" value="${progress.at}"></progress>` : ''}
      ${note ? html`<p class="note" role="alert">${note}</p>` : ''}
      <form id="${FORM}" method="post" action="${visit.path}" autocomplete="off">
        ${questions.map((one, index) => block(visit, shown.seed, one, index))}
        <input type="hidden" name="at" value="${questions.map(({ question }) => question.id).join(' ')}" />
        ${ticket === null ? '' : html`<input type="hidden" name="ticket" value="${ticket}" />`}
        <div class="actions">
          ${button('next', isLast ? frame.send : frame.next, 'primary')}
          ${isFirst ? '' : button('back', frame.back)}
        </div>
      </form>
      ${mayWithdraw ? html`<p class="quiet">${button('withdraw', frame.withdraw)}</p>` : ''}`,
  );
}

function block(
  { frame, locale }: Visit,
  seed: string,
  { question, filled, fault }: QuestionPage['questions'][number],
  index: number,
): Markup {
  const labelledBy = `q${index}`;
  const describedBy = fault ? `f${index}` : '';
  const drawn = controls({ question, filled, frame, locale, seed, labelledBy, describedBy });
  const heading =
    index === 0
      ? html`<h1 id="${labelledBy}" dir="auto">${question.text}</h1>`
      : html`<h2 id="${labelledBy}" dir="auto">${question.text}</h2>`;
  const wrong = fault ? html`<p class="fault" id="${describedBy}">${fault}</p>` : '';
  switch (question.type) {
    case 'message':
      return html`<div class="question message">${heading}</div>`;
    case 'consent':
      // Where its words are what is agreed to, they are seen once.
      return html`<fieldset class="question" aria-describedby="${describedBy}">
        <legend class="${question.consent ? '' : 'said'}">${heading}</legend>
        ${wrong}${drawn}
      </fieldset>`;
    case 'text':
    case 'short':
    case 'email':
    case 'phone':
      return html`<div class="question">${heading}${wrong}${drawn}</div>`;
    default:
      return html`<fieldset class="question" aria-describedby="${describedBy}">
        <legend>${heading}</legend>
        ${wrong}${drawn}
      </fieldset>`;
  }
}
