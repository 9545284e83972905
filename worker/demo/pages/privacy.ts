import { html } from 'hono/html';
import { type Markup, page, type Visit } from '../page.ts';

/** What the surveys on these pages keep; they link here. */
export function privacyPage(visit: Visit): Markup {
  const { words } = visit;
  return page(
    visit,
    words.privacyTitle,
    html`<section class="narrow">
      <h1>${words.privacyTitle}</h1>
      <p class="lead">${words.privacyLead}</p>
      ${words.privacyParts.map(
        ({ title, text }) =>
          html`<div class="part">
            <h2>${title}</h2>
            <p>${text}</p>
          </div>`,
      )}
    </section>`,
  );
}
