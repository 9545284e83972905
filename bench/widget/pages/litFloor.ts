import { css, html, LitElement } from 'lit';

/** The least that can show a rating with Lit: five buttons and no promise kept. */
class LitFloor extends LitElement {
  static override styles = css`
    :host {
      position: fixed;
      inset: auto 16px 16px auto;
    }
    button {
      inline-size: 44px;
      block-size: 44px;
    }
  `;

  override render() {
    return html`${[1, 2, 3, 4, 5].map((score) => html`<button>${score}</button>`)}`;
  }
}

customElements.define('lit-floor', LitFloor);
