import { signal } from '@preact/signals';

export const SCHEMES = ['auto', 'light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

const STORED = 'touchstone.scheme';

/** Light, dark, or as the system says. */
export const scheme = signal<Scheme>('auto');

/** Switches the colours, and keeps the choice in this browser. */
export function chooseScheme(next: Scheme): void {
  scheme.value = next;
  if (next === 'auto') delete document.documentElement.dataset['scheme'];
  else document.documentElement.dataset['scheme'] = next;
  localStorage.setItem(STORED, next);
}

/** Takes up the choice made before. */
export function startScheme(): void {
  chooseScheme(SCHEMES.find((known) => known === localStorage.getItem(STORED)) ?? 'auto');
}
