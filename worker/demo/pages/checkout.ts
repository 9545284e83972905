import { html } from 'hono/html';
import { type Markup, page, type Visit } from '../page.ts';
import { summary } from './basket.ts';

export function checkoutPage(visit: Visit): Markup {
  const { words, person } = visit;
  const { sample } = words;
  const field = (label: string, value: string) =>
    html`<label class="field"><span>${label}</span><input value="${value}" dir="auto" autocomplete="off" /></label>`;
  return page(
    visit,
    words.checkoutTitle,
    html`<section class="checkout">
      <form method="post" action="/demo/checkout">
        <h1>${words.checkoutTitle}</h1>
        <p class="quiet">${words.checkoutNote}</p>
        ${field(words.name, person?.name ?? sample.name)} ${field(words.street, sample.street)}
        ${field(words.city, sample.city)}
        <fieldset class="field">
          <legend>${words.payment}</legend>
          ${words.payments.map(
            (payment, index) =>
              html`<label class="choice"
                ><input type="radio" name="payment" value="${index}" ${index ? '' : 'checked'} /> ${payment}</label
              >`,
          )}
        </fieldset>
        <button class="primary">${words.pay}</button>
      </form>
      <aside>${summary(visit)}</aside>
    </section>`,
  );
}
