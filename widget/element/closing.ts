import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FrameTexts } from '../../contract/rules.ts';
import type { Answering, Ending } from './answering.ts';
import { cloudOff, tick } from './icons.ts';
import { questionTypes } from './questions/registry.ts';

export function closing(ending: Ending, frame: FrameTexts): TemplateResult {
  return ending === 'thanks' || ending === 'withdrawn'
    ? html`<div class="thanks">
        ${tick}
        <h2 id="q0">${frame[ending]}</h2>
        ${ending === 'thanks' ? html`<p>${frame.thanksDetail}</p>` : nothing}
      </div>`
    : html`<div class="note offline">
        ${cloudOff}
        <p id="q0">${frame[ending]}</p>
      </div>`;
}

/** What a screen reader is told: the question of a survey that came by itself, then what became of the answer. */
export function newsOf(answering: Answering, popup: boolean): string {
  const { ending, delivery, thread, isBusy, stored, values, texts } = answering;
  const { frame, questions } = texts;
  const first = questions[0];
  if (isBusy) return frame.sending;
  if (ending) return frame[ending];
  if (delivery === 'lost') return frame.notSent;
  if (!first) return '';
  if (!thread) return popup ? first.text : '';
  const value = stored[first.id];
  // A choice that has moved on is not the one that is kept.
  if (!delivery || value === undefined || value !== values[first.id]) return '';
  return `${frame[delivery === 'sent' ? 'kept' : 'keptHere']} ${questionTypes[first.type]?.meaning?.(value, frame) ?? ''}`;
}
