import { html } from 'hono/html';
import { bag } from '../art.ts';
import { plainNumber, price } from '../format.ts';
import { type Markup, page, type Visit } from '../page.ts';
import { PRICE } from './product.ts';

const BAGS = 2;

/** What is bought, with its sum; shown in the basket and beside the checkout. */
export function summary({ words, locale }: Visit): Markup {
  const total = price(locale, BAGS * PRICE);
  return html`<div class="line">
      <div class="thumb">${bag}</div>
      <div>
        <b>${words.product}</b>
        <p>${words.grinds[0]}${words.comma}${words.weight} · ${words.quantity}: ${plainNumber(locale, BAGS)}</p>
      </div>
      <span>${total}</span>
    </div>
    <dl class="sum">
      <dt>${words.delivery}</dt>
      <dd>${words.free}</dd>
      <dt>${words.total}</dt>
      <dd><b>${total}</b></dd>
    </dl>`;
}

export function basketPage(visit: Visit): Markup {
  const { words } = visit;
  return page(
    visit,
    words.basketTitle,
    html`<section class="narrow">
      <h1>${words.basketTitle}</h1>
      ${summary(visit)}
      <p class="actions"><a class="primary" href="/demo/checkout">${words.toCheckout}</a></p>
    </section>`,
  );
}
