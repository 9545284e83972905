import { html } from 'lit/html.js';

/** A button under a question. */
export function press(name: string, isBusy: boolean, words: string | undefined, call: () => void) {
  return html`<button type="button" class=${name} part=${name} aria-disabled=${isBusy} @click=${call}>${words}</button>`;
}
