import { LOCALES, type Locale } from '../../contract/locale.ts';
import { loadCatalogue } from '../messages/translate.ts';
import { locale, regional } from './regional.ts';

const STORED = 'touchstone.language';

function isLocale(value: string | null | undefined): value is Locale {
  return LOCALES.some((known) => known === value);
}

/** The language chosen before in this browser, else the first of the browser's that we speak, else English. */
function preferred(): Locale {
  const stored = localStorage.getItem(STORED);
  if (isLocale(stored)) return stored;
  return navigator.languages.map((tag) => tag.split('-', 1)[0]).find(isLocale) ?? 'en';
}

/** Switches the whole screen, direction included, once the texts are here. */
export async function chooseLocale(next: Locale): Promise<void> {
  await loadCatalogue(next);
  locale.value = next;
  document.documentElement.lang = next;
  document.documentElement.dir = regional.value.direction;
  localStorage.setItem(STORED, next);
}

/** Shows the screen in the language this person would choose. */
export async function startLocale(): Promise<void> {
  await chooseLocale(preferred());
}
