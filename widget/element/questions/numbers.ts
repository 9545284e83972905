import { html, type TemplateResult } from 'lit/html.js';
import type { FrameTexts, MoreTexts } from '../../../contract/rules.ts';
import { below } from './below.ts';
import type { QuestionType, QuestionView } from './questionType.ts';
import { radios } from './radios.ts';

/** A row of numbers from `low` to `high`, in the digits of the language; it wraps where it must. */
export function numberRow(view: QuestionView, low: number, high: number): TemplateResult {
  const count = high - low + 1;
  const choices = Array.from({ length: count }, (_, index) => ({
    value: low + index,
    content: (low + index).toLocaleString(view.locale),
  }));
  return html`<div class="scale">${radios(view, `numbers of${count}`, choices)}</div>`;
}

function scale(
  low: number,
  high: number,
  ends: (frame: FrameTexts & Partial<MoreTexts>, locale: string) => readonly [string?, string?] | undefined,
): QuestionType {
  return {
    meaning: (value, { locale }) => value.toLocaleString(locale),
    render: (view) =>
      html`${numberRow(view, low, high)}
      ${below(view, view.value === undefined ? '' : view.value.toLocaleString(view.locale), ends(view.frame, view.locale))}`,
  };
}

/** Satisfaction from 1 to 5, as numbers. */
export const numbers = scale(1, 5, ({ csat }) => [csat[0], csat[4]]);

/** How likely one is to recommend, 0 to 10. Its ends name their numbers: on a phone it is two rows. */
export const nps = scale(
  0,
  10,
  ({ nps }, locale) => nps && [`${(0).toLocaleString(locale)} ${nps[0]}`, `${(10).toLocaleString(locale)} ${nps[1]}`],
);

/** How easy it was, 1 to 7. */
export const ces = scale(1, 7, ({ ces }) => ces);
