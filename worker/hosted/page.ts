import { html } from 'hono/html';
import { directionOf } from '../../contract/locale.ts';
import type { Look } from '../../contract/survey.ts';
import type { Frame } from '../../widget/frame/frame.ts';
import { tick } from './drawings.ts';
import { lookQuery } from './look.ts';
import type { Markup } from './markup.ts';
import { STYLE_ADDRESS } from './style.ts';
import { hostedWords } from './words/catalogue.ts';
import type { HostedWords } from './words/words.ts';

/** What every page of a survey by link knows. */
export interface Visit {
  locale: string;
  locales: readonly string[];
  frame: Frame;
  words: HostedWords;
  /** Where the page is, and where its form goes. */
  path: string;
  /** Who asks: the site's name. */
  from: string;
  privacy: string | null;
  look: Look | undefined;
  test: boolean;
  /** Carried along where nothing else remembers who speaks. */
  ticket: string | null;
}

/** The form that every button of the page belongs to, wherever it stands. */
export const FORM = 'survey';

/** The frame around one page. */
export function page(visit: Visit, title: string, content: Markup): Markup {
  const { locale, frame, from, privacy, look, test } = visit;
  return html`<!doctype html>
    <html lang="${locale}" dir="${directionOf(locale)}" data-scheme="${look?.scheme ?? ''}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="${look?.scheme ?? 'light dark'}" />
        <meta name="robots" content="noindex" />
        <title>${title}${from && ` · ${from}`}</title>
        <link rel="icon" href="/s/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${STYLE_ADDRESS}" />
        ${lookQuery(look) ? html`<link rel="stylesheet" href="/s/look.css?${lookQuery(look)}" />` : ''}
      </head>
      <body>
        <header>
          <p class="from"><bdi>${from}</bdi></p>
          ${test ? html`<p class="test">${frame.test}</p>` : ''}
        </header>
        <main>${content}</main>
        <footer>
          ${privacy ? html`<a href="${privacy}" rel="noopener noreferrer">${frame.privacy}</a>` : ''}
          ${languages(visit)}
        </footer>
      </body>
    </html>`;
}

/** A page that only says something. `actions`: buttons of the page's form. */
export function notice(visit: Visit, title: string, detail: string, actions: Markup | '' = '', isDone = false): Markup {
  return page(
    visit,
    title,
    html`<form id="${FORM}" method="post" action="${visit.path}" class="notice">
      ${isDone ? html`<span class="mark">${tick}</span>` : ''}
      <h1>${title}</h1>
      ${detail ? html`<p>${detail}</p>` : ''}
      ${visit.ticket === null ? '' : html`<input type="hidden" name="ticket" value="${visit.ticket}" />`}
      ${actions ? html`<div class="actions">${actions}</div>` : ''}
    </form>`,
  );
}

/** A button that says what its press is for. */
export function button(go: string, name: string, kind: 'primary' | 'plain' = 'plain'): Markup {
  return html`<button form="${FORM}" name="go" value="${go}" class="${kind}" ${kind === 'plain' ? 'formnovalidate' : ''}>
    ${name}
  </button>`;
}

/** The survey's other languages. Each is a press like the others, so that what was filled in comes along. */
function languages(visit: Visit): Markup | '' {
  const { locale, locales, words } = visit;
  if (locales.length < 2) return '';
  return html`<nav aria-label="${words.language}">
    ${locales.map(
      (one) =>
        html`<button
          form="${FORM}"
          name="go"
          value="lang:${one}"
          formnovalidate
          lang="${one}"
          dir="${directionOf(one)}"
          ${one === locale ? 'aria-current=true' : ''}
        >
          ${nameOf(one)}
        </button>`,
    )}
  </nav>`;
}

/** A language by its own name, as its speakers write it. */
function nameOf(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** A page for a link that leads nowhere: the same whatever the reason. */
export function gonePage(locale: string, frame: Frame, text: 'gone' | 'tooMany'): Markup {
  const words = hostedWords(locale);
  const visit: Visit = {
    locale,
    locales: [],
    frame,
    words,
    path: '',
    from: '',
    privacy: null,
    look: undefined,
    test: false,
    ticket: null,
  };
  const content =
    text === 'gone'
      ? html`<div class="notice"><h1>${words.gone}</h1><p>${words.goneDetail}</p></div>`
      : html`<div class="notice"><h1>${words.tooMany}</h1></div>`;
  return page(visit, text === 'gone' ? words.gone : words.tooMany, content);
}
