import { computed, signal } from '@preact/signals';
import { directionOf, type Locale } from '../../contract/locale.ts';
import type { Settings } from '../../contract/workspace.ts';

const TAGS: Record<Locale, string> = { en: 'en-US', fa: 'fa-IR', pl: 'pl-PL' };

/** The language of the screen. */
export const locale = signal<Locale>('en');

/** What the workspace says of its calendar and time zone; null before sign-in. */
export const workspaceSettings = signal<Settings | null>(null);

/** How numbers and dates are written here: language of the screen, calendar and time zone of the workspace. */
export const regional = computed(() => {
  const language = locale.value;
  const settings = workspaceSettings.value;
  const calendar = language === 'fa' ? 'persian' : (settings?.calendar ?? 'gregory');
  return {
    locale: language,
    direction: directionOf(language),
    numbers: TAGS[language],
    dates: `${TAGS[language]}-u-ca-${calendar}`,
    calendar,
    /** On which day weeks begin: Saturday in the Jalali calendar, else as the workspace's country has it. */
    weeks: calendar === 'persian' ? 'fa-IR' : settings ? `${language}-${settings.country}` : TAGS[language],
    timeZone: settings?.timeZone ?? 'UTC',
  } as const;
});
