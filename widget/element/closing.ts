import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { QuestionText, SurveyTexts } from '../../contract/rules.ts';
import type { Answering, Ending } from './answering.ts';
import { cloudOff, tick } from './icons.ts';
import { typeOf } from './questions/registry.ts';

export function closing(ending: Ending, { frame, thanks }: SurveyTexts): TemplateResult {
  return ending === 'thanks' || ending === 'withdrawn'
    ? html`<div class="thanks">
        ${tick}
        <h2 id="q0" tabindex="-1">${(ending === 'thanks' && thanks?.title) || frame[ending]}</h2>
        ${ending === 'thanks' ? html`<p>${thanks?.detail ?? frame.thanksDetail}</p>` : nothing}
      </div>`
    : html`<div class="note offline">
        ${cloudOff}
        <p id="q0" tabindex="-1">${frame[ending]}</p>
      </div>`;
}

/**
 * What a screen reader is told: the question of a survey that came by itself, then what became of the answer.
 *
 * @param question - the first one on screen
 */
export function newsOf(
  { ending, delivery, thread, isBusy, stored, values }: Answering,
  { frame, locale, thanks }: SurveyTexts,
  question: QuestionText | undefined,
  popup: boolean,
): string {
  if (isBusy) return frame.sending;
  if (ending) return (ending === 'thanks' && thanks?.title) || frame[ending];
  if (delivery === 'lost') return frame.notSent;
  if (!question) return '';
  if (!thread) return popup ? question.text : '';
  const value = stored[question.id];
  // A choice that has moved on is not the one that is kept.
  if (!delivery || value === undefined || value === '' || value !== values[question.id]) return '';
  const meaning = typeOf(question)?.meaning?.(value, { question, frame, locale });
  return meaning ? `${frame[delivery === 'sent' ? 'kept' : 'keptHere']} ${meaning}` : '';
}
