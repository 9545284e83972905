import { signal } from '@preact/signals';

/** The time in milliseconds, moved on every half minute so that "1 min" grows old by itself. */
export const now = signal(Date.now());

/** Starts the clock. */
export function startClock(): void {
  setInterval(() => {
    now.value = Date.now();
  }, 30_000);
}
