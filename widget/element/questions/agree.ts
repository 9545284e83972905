import { html } from 'lit/html.js';

/** A box to tick, its words beside it. */
export function agree(words: string, isOn: boolean, isBusy: boolean, change: (isOn: boolean) => void) {
  return html`<label class="agree">
    <input
      type="checkbox"
      part="checkbox"
      .checked=${isOn}
      ?disabled=${isBusy}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    /><span>${words}</span></label
  >`;
}
