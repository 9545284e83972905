import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FrameTexts } from '../../contract/rules.ts';
import type { Answering } from './answering.ts';
import { notSent, tickInCircle } from './icons.ts';
import { questionTypes } from './questions/registry.ts';

/** How a survey ended: confirmed by the server, kept on this device for later, or taken back. */
export type Ending = 'thanks' | 'offline' | 'withdrawn';

/** The ending to show, or nothing while there is still something to say or to wait for. */
export function endingOf({ isComplete, isWithdrawn, delivery }: Answering): Ending | undefined {
  if (!isComplete && !isWithdrawn) return undefined;
  if (delivery === 'sent') return isWithdrawn ? 'withdrawn' : 'thanks';
  return delivery === 'kept' ? 'offline' : undefined;
}

export function closing(ending: Ending, frame: FrameTexts): TemplateResult {
  return ending === 'offline'
    ? html`<div class="note offline">
        ${notSent}
        <p id="q0">${frame.offline}</p>
      </div>`
    : html`<div class="thanks">
        ${tickInCircle}
        <h2 id="q0">${frame[ending]}</h2>
        ${ending === 'thanks' ? html`<p>${frame.thanksDetail}</p>` : nothing}
      </div>`;
}

/** What a screen reader is told: the question of a survey that came by itself, then what became of the answer. */
export function newsOf(answering: Answering, popup: boolean): string {
  const { frame, questions } = answering.texts;
  const ending = endingOf(answering);
  const [first] = questions;
  if (ending) return frame[ending];
  if (answering.delivery === 'lost') return frame.notSent;
  if (!first) return '';
  if (!answering.thread) return popup ? first.text : '';
  const value = answering.stored[first.id];
  if (!answering.isKept || value === undefined) return '';
  return `${frame.kept} ${questionTypes[first.type].meaning?.(value, frame) ?? ''}`;
}
