import { html } from 'lit/html.js';
import type { Gap } from '../../../contract/questionType.ts';
import { below } from './below.ts';
import { numberRow } from './numbers.ts';
import type { AnswerValue, QuestionType } from './questionType.ts';

/** While only one of the two is there. */
type Half = Partial<Gap> | undefined;

const isWhole = (half: Half) => half?.expected !== undefined && half.experienced !== undefined;

/** What was expected and what was got, each 1 to 5; stored once both are there. */
export const gap: QuestionType = {
  meaning: (value, { frame, locale }) =>
    [(value as Gap).expected, (value as Gap).experienced]
      .map((one, row) => `${frame.gap?.[row]} ${one.toLocaleString(locale)}`)
      .join(' · '),
  fault: (value, { frame }) => (value && !isWhole(value as Half) ? frame.answerNeeded : undefined),
  render(view) {
    const { frame, change, commit } = view;
    const value = view.value as Half;
    const stored = view.stored as Half;
    const rows = (['expected', 'experienced'] as const).map((name, row) => {
      const withOne = (one: AnswerValue) => ({ ...value, [name]: one }) as Gap;
      return html`<p class="row" id=${name}>${frame.gap?.[row]}</p>
        ${numberRow(
          {
            ...view,
            labelledBy: `${view.labelledBy} ${name}`,
            value: value?.[name],
            stored: stored?.[name],
            change: (one) => change(withOne(one)),
            commit(one) {
              const both = withOne(one);
              if (isWhole(both)) commit(both);
              else change(both);
            },
          },
          1,
          5,
        )}`;
    });
    const whole = isWhole(value) ? (value as Gap) : undefined;
    return html`${rows}${below({ ...view, value: whole }, whole && gap.meaning?.(whole, view), [
      frame.csat[0],
      frame.csat[4],
    ])}`;
  },
};
