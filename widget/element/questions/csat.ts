import { html } from 'lit/html.js';
import type { QuestionType } from './questionType.ts';

/** Per score from 1, what a face is drawn with beside its eyes. Ink only, so that none is favoured. */
const FACES = [
  'M8.6 11.4l4.2-1.8M23.4 11.4l-4.2-1.8M10.4 23.4q5.6-8 11.2 0',
  'M10.8 21.9q5.2-4.2 10.4 0',
  'M10.8 20.6h10.4',
  'M10.8 19.2q5.2 4.2 10.4 0',
  'M9.6 18.2h12.8q-.9 6-6.4 6t-6.4-6z',
];

/**
 * Satisfaction from 1 to 5 as faces. A press, Space or Enter stores; arrows only move the choice, in the direction they
 * point on screen, and then, until it is the stored one again, a Send button stands beside.
 */
export const csat: QuestionType = {
  meaning: (value, frame) => frame.csat[Number(value) - 1] ?? '',
  render({ frame, labelledBy, value, stored, isBusy, note, change, commit }) {
    const chosen = Number(value ?? 0);
    const move = (event: KeyboardEvent) => {
      const group = event.currentTarget as HTMLElement;
      const forward = getComputedStyle(group).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
      if (!/^Arrow/.test(event.key)) return;
      event.preventDefault();
      if (isBusy) return;
      const step = event.key === forward || event.key === 'ArrowDown' ? 0 : -2;
      const next = (((chosen || 1) + step + 5) % 5) + 1;
      change(next);
      (group.children[next - 1] as HTMLElement).focus();
    };
    return html`<div
        class="faces"
        role="radiogroup"
        part="choices"
        aria-labelledby=${labelledBy}
        ?data-picked=${stored}
        @keydown=${move}
      >
        ${FACES.map(
          (lines, index) =>
            html`<button
              type="button"
              role="radio"
              part="choice"
              aria-label=${frame.csat[index] ?? ''}
              aria-checked=${chosen === index + 1}
              aria-disabled=${isBusy}
              tabindex=${index + 1 === (chosen || 1) ? 0 : -1}
              @click=${() => commit(index + 1)}
            >
              <svg viewBox="0 0 32 32" aria-hidden="true">
                <circle cx="16" cy="16" r="14" />
                <path d=${lines} />
                <path class="eyes" d=${index ? 'M11.4 13.2h.01M20.6 13.2h.01' : 'M11.4 14.6h.01M20.6 14.6h.01'} />
              </svg>
            </button>`,
        )}
      </div>
      ${
        stored && stored === value
          ? note
          : chosen
            ? html`<div class="ends">
              <b>${frame.csat[chosen - 1]}</b
              ><button type="button" class="send" part="send" @click=${() => commit(chosen)}>
                ${frame.send}
              </button>
            </div>`
            : html`<div class="ends"><span>${frame.csat[0]}</span><span>${frame.csat[4]}</span></div>`
      }`;
  },
};
