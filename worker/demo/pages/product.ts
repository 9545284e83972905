import { html } from 'hono/html';
import { bag } from '../art.ts';
import { price } from '../format.ts';
import { type Markup, page, type Visit } from '../page.ts';

/** Euros for one bag. */
export const PRICE = 14.5;

export function productPage(visit: Visit): Markup {
  const { words, locale } = visit;
  return page(
    visit,
    words.product,
    html`<section class="product">
        <div class="picture">${bag}</div>
        <div class="about">
          <p class="over">${words.origin}</p>
          <h1>${words.product}</h1>
          <p class="lead">${words.lead}</p>
          <h2 class="small">${words.notesTitle}</h2>
          <ul class="notes">
            ${words.notes.map((note) => html`<li>${note}</li>`)}
          </ul>
          <form action="/demo/basket" class="buy">
            <fieldset>
              <legend>${words.grind}</legend>
              ${words.grinds.map(
                (grind, index) =>
                  html`<label
                    ><input type="radio" name="grind" value="${index}" ${index ? '' : 'checked'} /><span>${grind}</span></label
                  >`,
              )}
            </fieldset>
            <p class="price"><b>${price(locale, PRICE)}</b> <span>${words.weight}</span></p>
            <button class="primary">${words.add}</button>
          </form>
        </div>
      </section>
      <section class="promises">
        ${words.promises.map(
          ({ title, text }) =>
            html`<div>
              <h2>${title}</h2>
              <p>${text}</p>
            </div>`,
        )}
      </section>
      <section class="story">
        <h2>${words.storyTitle}</h2>
        <p>${words.story}</p>
      </section>`,
  );
}
