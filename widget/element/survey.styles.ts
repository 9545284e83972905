import css from './survey.css?inline';

/** What every survey's shadow root adopts: a strict policy (`style-src` without `unsafe-inline`) lets these through. */
export const sheets: CSSStyleSheet[] = [];

export function addSheet(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  sheets.push(sheet);
}

addSheet(css);
