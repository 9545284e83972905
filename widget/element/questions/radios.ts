import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { AnswerValue, QuestionView } from './questionType.ts';

/** One choice: its value, what it looks like, and its name where it does not show it. */
export interface Choice {
  value: AnswerValue;
  content: unknown;
  label?: string | undefined;
}

/**
 * One of several. A press, Space or Enter stores; arrows only move the choice, in the direction they point on screen.
 *
 * @param chosen - the value that is marked, where it is not simply the question's
 * @param choose - what a press does, if not to store
 */
export function radios(
  { labelledBy, value, stored, isBusy, change, commit }: QuestionView,
  className: string,
  choices: Choice[],
  chosen = value,
  choose: (value: AnswerValue) => void = commit,
): TemplateResult {
  const at = choices.findIndex((choice) => choice.value === chosen);
  const move = (event: KeyboardEvent) => {
    const group = event.currentTarget as HTMLElement;
    const forward = getComputedStyle(group).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (!/^Arrow/.test(event.key)) return;
    event.preventDefault();
    if (isBusy) return;
    const step = event.key === forward || event.key === 'ArrowDown' ? 1 : -1;
    const next = (Math.max(at, 0) + step + choices.length) % choices.length;
    change(choices[next]?.value ?? '');
    (group.children[next] as HTMLElement).focus();
  };
  return html`<div
    class=${className}
    role="radiogroup"
    part="choices"
    aria-labelledby=${labelledBy}
    ?data-picked=${stored !== undefined}
    @keydown=${move}
  >
    ${choices.map(
      ({ value, content, label }, index) =>
        html`<button
          type="button"
          role="radio"
          part="choice"
          aria-label=${label ?? nothing}
          aria-checked=${index === at}
          aria-disabled=${isBusy}
          tabindex=${index === Math.max(at, 0) ? 0 : -1}
          @click=${() => choose(value)}
        >
          ${content}
        </button>`,
    )}
  </div>`;
}
