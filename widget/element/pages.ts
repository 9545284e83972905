import { html, nothing } from 'lit/html.js';
import { pathOf as pathOver } from '../../contract/path.ts';
import type { QuestionText, SurveyTexts } from '../../contract/rules.ts';
import type { Values } from '../seen.ts';
import type { Answering } from './answering.ts';
import { contextOf } from './contextOf.ts';
import { fill } from './fill.ts';
import { given } from './given.ts';
import { AT, type Pages } from './pagesType.ts';
import { press } from './press.ts';
import { typeOf } from './questions/registry.ts';

/** The places of the questions on the way that these values take. */
function pathOf({ texts, context, contact }: Answering, values: Values): number[] {
  return pathOver(texts.questions, { values, page: context, contact });
}

function placeOf({ values }: Answering): number {
  return Number(values[AT] ?? 0);
}

/** The place of the words about the score given at `place`: they share its page. */
function whyOf({ texts: { questions } }: Answering, place = 0, path: number[], values: Values): number | undefined {
  const question = questions[place];
  const next = path[path.indexOf(place) + 1];
  const isWhy =
    question &&
    next === place + 1 &&
    questions[next]?.type === 'text' &&
    typeOf(question)?.meaning &&
    given(values[question.id]) !== undefined;
  return isWhy ? next : undefined;
}

/** What is on screen: places of questions, one or a score and the words about it. */
function placesOf(answering: Answering): number[] {
  const place = placeOf(answering);
  const why = whyOf(answering, place, pathOf(answering, answering.stored), answering.stored);
  return why === undefined ? [place] : [place, why];
}

/** Where it leads to say this up to the question at `place`. */
function goOn(answering: Answering, place: number, said: Values) {
  const path = pathOf(answering, said);
  const next = path[path.indexOf(place) + 1];
  const stays = next === undefined || next === whyOf(answering, place, path, said);
  return { path, isLast: next === undefined, said: { ...said, [AT]: stays ? placeOf(answering) : next } };
}

/** In the visitor's words, why a question's value cannot be taken. */
function faultOf(question: QuestionText, values: Values, answering: Answering): string | undefined {
  const { frame, locale } = answering.texts;
  const value = values[question.id] ?? '';
  const view = { question, frame, locale, values: answering.values };
  return (
    typeOf(question)?.fault?.(value, view) ??
    (question.required && value === '' ? (frame.answerNeeded ?? '') : undefined)
  );
}

/** What goes on from the last question on screen, and back. */
function form(
  answering: Answering,
  { frame, questions }: SurveyTexts,
  places: number[],
  send: () => void,
  skip: () => void,
) {
  const { isBusy, stored, delivery, fault } = answering;
  const [first = 0, why] = places;
  const place = why ?? first;
  const question = questions[place];
  const type = question && typeOf(question);
  if (!type) return nothing;
  const path = pathOf(answering, stored);
  const [before = 0, last = 0] = [-2, -1].map((step) => path[path.indexOf(first) + step]);
  const isLater = path[0] !== first;
  const waits = !!type.clean;
  const canSend = waits || given(stored[question.id]) !== undefined;
  const back = () => answering.change(AT, whyOf(answering, before, path, stored) === last ? before : last);
  return canSend || isLater
    ? html`${delivery === 'lost' && !typeOf(questions[first] ?? question)?.meaning ? html`<p class="note">${frame.notSent}</p>` : nothing}
        ${fault && html`<p class="note" role="alert">${fault}</p>`}
        <div class="form">
          ${
            canSend
              ? press(
                  'send',
                  isBusy,
                  isBusy ? frame.sending : path.at(-1) === place ? frame.send : (frame.next ?? frame.send),
                  send,
                )
              : nothing
          }
          ${question.required || type.isSilent || (canSend && !waits) ? nothing : press('skip', isBusy, frame.skip, skip)}
          ${isLater ? press('back', isBusy, frame.back, back) : nothing}
        </div>`
    : nothing;
}

/** How far the visitor is, among the questions that these answers lead over. */
function progress(answering: Answering, places: number[]) {
  const { texts, stored } = answering;
  const path = pathOf(answering, stored);
  return texts.look?.progress && path.length > 1
    ? html`<progress
        part="progress"
        aria-label=${texts.frame.progress ?? nothing}
        max=${path.length}
        value=${path.indexOf(places.at(-1) ?? 0) + 1}
      ></progress>`
    : nothing;
}

/** What leads from page to page. */
export const pages: Pages = { contextOf, fill, placesOf, goOn, faultOf, progress, form };
