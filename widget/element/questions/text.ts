import { html } from 'lit/html.js';
import { COMMENT_MAX } from '../../../contract/limits.ts';
import { cleanText } from '../../loader/cleanText.ts';
import type { QuestionType } from './questionType.ts';

/** The visitor's own words. Enter is a new line; Ctrl or Cmd with it sends. */
export const text: QuestionType = {
  clean: (value) => cleanText(String(value ?? ''), COMMENT_MAX).trim(),
  render: ({ question, labelledBy, value, isBusy, isWrong, change, send }) => html`<textarea
    part="textarea"
    dir="auto"
    rows="3"
    maxlength=${COMMENT_MAX}
    placeholder=${question.hint ?? ''}
    ?required=${question.required}
    ?readonly=${isBusy}
    aria-invalid=${isWrong}
    aria-labelledby=${labelledBy}
    .value=${value ?? ''}
    @input=${(event: InputEvent) => change((event.target as HTMLTextAreaElement).value)}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    }}
  ></textarea>`,
};
