import { computed, signal } from '@preact/signals';
import { definition, editedLocale } from './survey-editor.ts';

/** How the survey is tried out. */
export const previewWidth = signal<'phone' | 'desktop'>('desktop');
export const previewScheme = signal<'light' | 'dark'>('light');
/** Counts beginnings. */
export const previewRun = signal(0);
/** Whether who tries it out has closed it. */
export const previewClosed = signal(false);

const chosen = signal<{ locale: string; whileEditing: string } | null>(null);

/** The language it is tried out in: the one written in, until another is chosen. */
export const previewLocale = computed(() => {
  const choice = chosen.value;
  const isKnown = choice && definition.value?.locales.includes(choice.locale);
  return isKnown && choice.whileEditing === editedLocale.value ? choice.locale : editedLocale.value;
});

export function previewIn(locale: string): void {
  chosen.value = { locale, whileEditing: editedLocale.value };
}

/** Begins again from the first question. */
export function restartPreview(): void {
  previewClosed.value = false;
  previewRun.value += 1;
}
