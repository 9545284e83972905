import { signal } from '@preact/signals';

/** One key and what it does on the screen shown. */
export interface KeyBinding {
  /** As `KeyboardEvent.key` says it, lower case. */
  key: string;
  /** Returns nothing; called only outside of text fields and dialogs. */
  run: () => void;
}

/** Whether the list of all keys is open. */
export const keysOpen = signal(false);

const bindings = new Set<readonly KeyBinding[]>();

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, dialog, [popover]') !== null
  );
}

/** Binds keys while a screen is shown; returns how to unbind them. */
export function bindKeys(keys: readonly KeyBinding[]): () => void {
  bindings.add(keys);
  return () => bindings.delete(keys);
}

/** Listens for keys. Nothing is taken from somebody who types, nor with a modifier held. */
export function startKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    const key = event.key.toLowerCase();
    for (const group of bindings) {
      const found = group.find((binding) => binding.key === key);
      if (!found) continue;
      event.preventDefault();
      found.run();
      return;
    }
  });
}
