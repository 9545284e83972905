import { html } from 'lit/html.js';
import type { QuestionType } from './questionType.ts';

/** Something said, nothing asked. */
export const message: QuestionType = {
  isSilent: true,
  clean: () => '',
  render: ({ question }) => html`${question.hint ? html`<p class="message">${question.hint}</p>` : ''}`,
};
