import { html, nothing } from 'lit/html.js';
import type { QuestionView } from './questionType.ts';

/** A field of one line. Enter sends. */
export function line(
  { question, labelledBy, value, isBusy, isWrong, change, send }: QuestionView,
  max: number,
  type: 'text' | 'email' | 'tel' = 'text',
) {
  const isText = type === 'text';
  return html`<input
    part="input"
    type=${type}
    autocomplete=${isText ? nothing : type}
    dir=${isText ? 'auto' : 'ltr'}
    maxlength=${max}
    placeholder=${question.hint ?? ''}
    ?required=${question.required}
    ?readonly=${isBusy}
    aria-invalid=${isWrong}
    aria-labelledby=${labelledBy}
    .value=${value ?? ''}
    @input=${(event: InputEvent) => change((event.target as HTMLInputElement).value)}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Enter') send();
    }}
  />`;
}
