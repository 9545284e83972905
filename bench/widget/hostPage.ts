import type { Prepared } from './contender.ts';

/** The page's own look; a file, as the strict policy asks. */
export const HOST_STYLE = `body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #222; }
header, main { max-inline-size: 960px; margin-inline: auto; padding: 16px; }
ul { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; padding: 0; list-style: none; }
li { padding: 16px; border: 1px solid #ddd; border-radius: 8px; }`;

const COFFEES = Array.from(
  { length: 24 },
  (_, place) => `<li><h2>Coffee ${place + 1}</h2><p>Washed, roasted on Tuesday, 250 g.</p><button>Buy</button></li>`,
).join('');

/** A shop's page: the same for every contender but for the tags its makers ask for. */
export function hostPage({ head, slot = '' }: Prepared): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A shop</title><link rel="stylesheet" href="/page.css">${head}</head><body><header><h1>A shop</h1></header><main>${slot}<ul>${COFFEES}</ul></main></body></html>`;
}
