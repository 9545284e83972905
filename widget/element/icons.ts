import { html } from 'lit/html.js';

export const cross = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>`;

export const tick = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 8.5l3.5 3.5 6.5-8" /></svg>`;

export const cloudOff = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path d="M5.5 13H12a3 3 0 0 0 .6-5.9A4.5 4.5 0 0 0 7 4M4.5 6A3.6 3.6 0 0 0 3 12.3M2 2l12 12" />
</svg>`;
