import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FrameTexts } from '../../contract/rules.ts';
import type { Answering, Ending } from './answering.ts';
import { cloudOff, tickInCircle } from './icons.ts';
import { questionTypes } from './questions/registry.ts';

export function closing(ending: Ending, frame: FrameTexts): TemplateResult {
  return ending === 'offline' || ending === 'notSent'
    ? html`<div class="note offline">
        ${cloudOff}
        <p id="q0">${frame[ending]}</p>
      </div>`
    : html`<div class="thanks">
        ${tickInCircle}
        <h2 id="q0">${frame[ending]}</h2>
        ${ending === 'thanks' ? html`<p>${frame.thanksDetail}</p>` : nothing}
      </div>`;
}

/** What a screen reader is told: the question of a survey that came by itself, then what became of the answer. */
export function newsOf(answering: Answering, popup: boolean): string {
  const { ending } = answering;
  const { frame, questions } = answering.texts;
  const [first] = questions;
  if (ending) return frame[ending];
  if (answering.delivery === 'lost') return frame.notSent;
  if (!first) return '';
  if (!answering.thread) return popup ? first.text : '';
  const value = answering.stored[first.id];
  if (!answering.isKept || value === undefined) return '';
  return `${frame.kept} ${questionTypes[first.type].meaning?.(value, frame) ?? ''}`;
}
