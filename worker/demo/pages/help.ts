import { html } from 'hono/html';
import { type Markup, page, type Visit } from '../page.ts';

export function helpPage(visit: Visit): Markup {
  const { words } = visit;
  return page(
    visit,
    words.helpTitle,
    html`<section class="narrow">
      <h1>${words.helpTitle}</h1>
      <p class="lead">${words.helpLead}</p>
      ${words.questions.map(
        ({ ask, answer }, index) =>
          html`<details class="question" ${index ? '' : 'open'}>
            <summary>${ask}</summary>
            <p>${answer}</p>
          </details>`,
      )}
      <p class="quiet">${words.stillLost} <a href="mailto:hello@caspian-coffee.example" dir="ltr">hello@caspian-coffee.example</a></p>
      <p><button class="secondary" type="button" data-track="call_ended">${words.callEnded}</button></p>
    </section>`,
    'help_read',
  );
}
