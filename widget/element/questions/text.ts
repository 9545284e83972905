import { html } from 'lit/html.js';
import { COMMENT_MAX } from '../../../contract/limits.ts';
import type { QuestionType } from './questionType.ts';

/** The visitor's own words. Enter is a new line; Ctrl or Cmd with it sends. */
export const text: QuestionType = {
  render: ({ question, labelledBy, value, isBusy, change, send }) => html`<textarea
    part="textarea"
    dir="auto"
    rows="3"
    maxlength=${COMMENT_MAX}
    placeholder=${question.hint ?? ''}
    ?required=${question.required}
    ?readonly=${isBusy}
    aria-labelledby=${labelledBy}
    .value=${value ?? ''}
    @input=${(event: InputEvent) => change((event.target as HTMLTextAreaElement).value)}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    }}
  ></textarea>`,
};
