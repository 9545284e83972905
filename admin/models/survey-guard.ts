import { signal } from '@preact/signals';
import { guardLeaving, navigate } from './location.ts';
import { hasUnsaved, redo, saveNow, saveState, undo } from './survey-editor.ts';

/** Where somebody was headed who would leave changes behind that could not be saved. */
export const leavingTo = signal<string | null>(null);

let isSure = false;

/** Leaves all the same. The changes stay in this tab, for as long as no other survey is opened. */
export function leaveAnyway(): void {
  const href = leavingTo.value;
  leavingTo.value = null;
  if (href === null) return;
  isSure = true;
  navigate(href);
  isSure = false;
}

function mayLeave(href: string): boolean {
  if (isSure || !hasUnsaved()) return true;
  if (saveState.value !== 'failed' && saveState.value !== 'conflict') {
    // On its way, or about to be: leaving does not stop it.
    void saveNow();
    return true;
  }
  leavingTo.value = href;
  return false;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type="checkbox"], [type="radio"], [type="color"], [type="range"]), textarea, dialog') !==
      null
  );
}

function pressed(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) redo();
  else undo();
}

function unload(event: BeforeUnloadEvent): void {
  if (!hasUnsaved()) return;
  void saveNow();
  event.preventDefault();
}

/** While a survey is open: nothing unsaved is left behind unasked, and Ctrl+Z works. Returns how to stop. */
export function guardSurvey(): () => void {
  const stop = guardLeaving(mayLeave);
  const retry = () => void saveNow();
  document.addEventListener('keydown', pressed);
  window.addEventListener('beforeunload', unload);
  window.addEventListener('online', retry);
  return () => {
    stop();
    document.removeEventListener('keydown', pressed);
    window.removeEventListener('beforeunload', unload);
    window.removeEventListener('online', retry);
  };
}
