import { html } from 'hono/html';
import { dayOf, plainNumber } from '../format.ts';
import { type Markup, page, type Visit } from '../page.ts';
import { ORDER } from './thanks.ts';

/** Days from the delivery back to each step: ordered on Sunday, roasted on Tuesday, posted on Wednesday. */
const STEPS_BEFORE = [5, 3, 2, 0];
const DAY = 86_400_000;
const FRIDAY = 5;

/** The latest Friday up to `now`, the day parcels arrive. */
function lastFriday(now: number): number {
  return now - ((new Date(now).getUTCDay() - FRIDAY + 7) % 7) * DAY;
}

/** The delivery's status, with the survey about it placed in the page. */
export function orderPage(visit: Visit, now: number): Markup {
  const { words, locale } = visit;
  return page(
    visit,
    words.orderTitle,
    html`<section class="narrow">
      <p class="over">${words.orderNumber} ${plainNumber(locale, ORDER)}</p>
      <h1>${words.orderTitle}</h1>
      <ol class="steps">
        ${words.steps.map(
          (step, index) =>
            html`<li>
              <b>${step}</b><span>${dayOf(locale, new Date(lastFriday(now) - (STEPS_BEFORE[index] ?? 0) * DAY))}</span>
            </li>`,
        )}
      </ol>
      <p><b>${words.arrived}.</b> ${words.arrivedText}</p>
      <touchstone-survey survey="after-delivery" touchpoint="delivery"><h2>${words.feedbackTitle}</h2></touchstone-survey>
    </section>`,
  );
}
