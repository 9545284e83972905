import type { HistoryContact, HistoryResponse } from '../contract/history.ts';
import type { Locale } from '../contract/locale.ts';
import { type Chooser, chooser, type Random, token } from './random.ts';

type SeenDevice = HistoryResponse['device'];

/** A browser, and whose it is as far as anybody knows. */
export interface Visitor {
  id: string;
  contact: HistoryContact | null;
  locale: Locale;
  country: string;
  device: SeenDevice;
  /** How much kinder or harder than others this person scores. */
  leaning: number;
}

/** Draws a browser of somebody known, or one nobody has signed in from; some come by more often than others. */
export interface Visitors {
  known: Chooser<Visitor>;
  unknown: Chooser<Visitor>;
}

const LAND: Record<string, { locale: Locale; country: string }> = {
  ایران: { locale: 'fa', country: 'IR' },
  Polska: { locale: 'pl', country: 'PL' },
  'United Kingdom': { locale: 'en', country: 'GB' },
};
const ELSEWHERE = { locale: 'en', country: 'GB' } as const;

const drawDevice = chooser<SeenDevice>([
  [{ type: 'desktop', browser: 'Chrome', os: 'Windows' }, 30],
  [{ type: 'phone', browser: 'Chrome', os: 'Android' }, 26],
  [{ type: 'phone', browser: 'Safari', os: 'iOS' }, 16],
  [{ type: 'desktop', browser: 'Edge', os: 'Windows' }, 8],
  [{ type: 'desktop', browser: 'Firefox', os: 'Linux' }, 4],
  [{ type: 'desktop', browser: 'Safari', os: 'macOS' }, 7],
  [{ type: 'phone', browser: 'Samsung Internet', os: 'Android' }, 6],
  [{ type: 'tablet', browser: 'Safari', os: 'iOS' }, 3],
]);

const drawLand = chooser([
  [LAND['ایران'] ?? ELSEWHERE, 52],
  [LAND['Polska'] ?? ELSEWHERE, 26],
  [ELSEWHERE, 22],
]);

const UNKNOWN_BROWSERS = 620;

/** One or two browsers for every contact, and a crowd of strangers. */
export function visitors(contacts: readonly HistoryContact[], random: Random): Visitors {
  const known: (readonly [Visitor, number])[] = [];
  for (const contact of contacts) {
    const land = LAND[String(contact.attributes['country'] ?? '')] ?? ELSEWHERE;
    const leaning = (random() - 0.5) * 0.16;
    // Some answer at nearly every turn, most now and then.
    const often = 0.5 + random() ** 2 * 1.1;
    const browsers = random() < 0.35 ? 2 : 1;
    for (let i = 0; i < browsers; i += 1) {
      known.push([{ ...browser(random), contact, ...land, leaning }, often / browsers]);
    }
  }
  const unknown: (readonly [Visitor, number])[] = [];
  for (let i = 0; i < UNKNOWN_BROWSERS; i += 1) {
    const land = drawLand(random);
    unknown.push([{ ...browser(random), contact: null, ...land, leaning: (random() - 0.5) * 0.16 }, random() ** 2]);
  }
  return { known: chooser(known), unknown: chooser(unknown) };
}

function browser(random: Random): { id: string; device: SeenDevice } {
  return { id: `v${token(random, 21)}`, device: drawDevice(random) };
}
