import { html } from 'lit/html.js';
import { offered } from './offered.ts';
import { oneOf } from './oneOf.ts';
import type { QuestionType } from './questionType.ts';

/** One of several options. */
export const single: QuestionType = {
  render: (view) =>
    oneOf(
      { ...view, note: '' },
      'list',
      offered(view).map(({ id, text }) => ({ value: id, content: html`<span>${text}</span>` })),
      '',
    ),
};
