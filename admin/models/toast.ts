import { signal } from '@preact/signals';

export interface Toast {
  id: number;
  text: string;
  kind: 'done' | 'failed';
  /** A way back, while it is said. */
  action?: { name: string; run: () => void };
}

/** What has just been done, said once and briefly. */
export const toasts = signal<Toast[]>([]);

const SHOWN_FOR = 6_000;
let last = 0;

/** Takes back what was said of failures: the same has just succeeded, or something else has. */
export function hushFailures(): void {
  toasts.value = toasts.value.filter(({ kind }) => kind !== 'failed');
}

/** Says something at the foot of the screen, for six seconds. */
export function say(text: string, kind: Toast['kind'] = 'done', action?: Toast['action']): void {
  last += 1;
  const toast: Toast = { id: last, text, kind, ...(action ? { action } : {}) };
  toasts.value = [...toasts.value.slice(-2), toast];
  setTimeout(() => hush(toast.id), SHOWN_FOR);
}

/** Takes one back. */
export function hush(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}
