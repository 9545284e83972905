import { signal } from '@preact/signals';

/** Whether the window is as narrow as a phone: what stands side by side elsewhere takes turns. */
export const isNarrow = signal(false);

/** Follows the width of the window; returns how to stop. */
export function followNarrow(): () => void {
  const query = window.matchMedia('(max-width: 40rem)');
  const read = () => {
    isNarrow.value = query.matches;
  };
  read();
  query.addEventListener('change', read);
  return () => query.removeEventListener('change', read);
}
