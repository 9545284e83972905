import { html } from 'hono/html';
import { directionOf, LOCALES, type Locale } from '../../contract/locale.ts';
import { type Person, people } from './people.ts';
import type { Words } from './words/words.ts';

/** A piece of escaped markup. */
export type Markup = ReturnType<typeof html>;

/** What every page of the shop knows. */
export interface Visit {
  locale: Locale;
  words: Words;
  siteKey: string;
  /** The page's own path, `/demo/…`. */
  path: string;
  person: Person | undefined;
  /** Somebody has just signed out: the widget forgets them. */
  left: boolean;
}

const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', fa: 'فارسی', pl: 'Polski' };

const PLACES = [
  ['/demo', 'shop'],
  ['/demo/basket', 'basket'],
  ['/demo/orders/88213', 'order'],
  ['/demo/help', 'help'],
] as const;

/** The shop's frame around one page. `event` is what the page's script reports to the widget. */
export function page(visit: Visit, title: string, content: Markup, event = ''): Markup {
  const { locale, words, siteKey, path, person, left } = visit;
  return html`<!doctype html>
    <html lang="${locale}" dir="${directionOf(locale)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Caspian Coffee</title>
        <link rel="icon" href="/demo/bean.svg" />
        <link rel="stylesheet" href="/demo/shop.css" />
        <script src="/demo/shop.js" defer></script>
        <script src="/w/${siteKey}.js" async></script>
      </head>
      <body data-person="${person?.id ?? ''}" data-event="${event}" data-left="${left ? '1' : ''}">
        <a class="skip" href="#content">${words.skip}</a>
        <header>
        <div class="demo-bar">
          <p>${words.demoNote}</p>
          ${signIn(visit)}
        </div>
        <div class="top">
          <a class="brand" href="/demo"><span aria-hidden="true"></span>Caspian Coffee</a>
          <nav aria-label="${words.main}">
            ${PLACES.map(([href, word]) => html`<a href="${href}" ${href === path ? 'aria-current=page' : ''}>${words[word]}</a>`)}
          </nav>
        </div>
        </header>
        <main id="content" tabindex="-1">${content}</main>
        <footer class="end">
          <p>${words.footer} <a href="/demo/privacy">${words.privacy}</a></p>
          <nav aria-label="${words.language}">
            ${LOCALES.map(
              (one) =>
                html`<a href="${path}?lang=${one}" lang="${one}" hreflang="${one}" ${one === locale ? 'aria-current=true' : ''}
                  >${LANGUAGE_NAMES[one]}</a
                >`,
            )}
          </nav>
        </footer>
      </body>
    </html>`;
}

/** Who the visitor is: a form without script, so that the choice works in every browser. */
function signIn({ words, person, path }: Visit): Markup {
  const choice = (id: string, name: string) =>
    html`<button name="person" value="${id}" ${id === (person?.id ?? '') ? 'aria-current=true' : ''}>
      <bdi>${name}</bdi>
    </button>`;
  return html`<details class="who">
    <summary>${words.signedInAs}: <bdi>${person?.name ?? words.nobody}</bdi></summary>
    <form method="post" action="/demo/sign-in">
      <input type="hidden" name="back" value="${path}" />
      ${people.map(({ id, name }) => choice(id, name))} ${choice('', words.nobody)}
    </form>
  </details>`;
}
