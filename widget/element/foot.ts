import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Answering } from './answering.ts';

/** The quiet links, always within reach. `privacy` is the address of the site's privacy page. */
export function foot(
  { thread, isWithdrawn, isBusy, delivery, texts: { frame } }: Answering,
  privacy: string | undefined,
  refuse: () => void,
  withdraw: () => void,
): TemplateResult {
  return html`<button type="button" @click=${refuse}>${frame.never}</button>
    ${privacy ? html`<a href=${privacy} target="_blank" rel="noopener">${frame.privacy}</a>` : nothing}
    ${
      thread && (!isWithdrawn || delivery === 'lost')
        ? html`<button type="button" @click=${withdraw}>${frame.withdraw}</button>`
        : isBusy
          ? html`<span>${frame.sending}</span>`
          : nothing
    }`;
}
