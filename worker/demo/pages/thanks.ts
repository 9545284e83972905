import { html } from 'hono/html';
import { plainNumber } from '../format.ts';
import { type Markup, page, type Visit } from '../page.ts';

export const ORDER = 88213;

/** After the order: the page reports `checkout_done`, and the survey about the checkout is due. */
export function thanksPage(visit: Visit): Markup {
  const { words, locale } = visit;
  return page(
    visit,
    words.thanksTitle,
    html`<section class="narrow centred">
      <svg class="done" viewBox="0 0 64 64" aria-hidden="true">
        <circle cx="32" cy="32" r="29" />
        <path d="m21 33 8 8 15-18" />
      </svg>
      <h1>${words.thanksTitle}</h1>
      <p class="lead">${words.thanksText} <b>${plainNumber(locale, ORDER)}</b></p>
      <p class="actions"><a class="secondary" href="/demo/orders/${ORDER}">${words.follow}</a></p>
    </section>`,
    'checkout_done',
  );
}
