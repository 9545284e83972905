import type { HistoryContact, HistoryDisplay } from '../contract/history.ts';
import { people } from '../worker/demo/people.ts';
import { places } from './places.ts';
import type { Random } from './random.ts';
import { uuid7 } from './uuid7.ts';

const SHOPPERS = new Set(people.map(({ email }) => email));
const EVERY = 12;

/** Who is heard from, who is asked and stays silent, and who was never asked; whom one can be in the shop is heard. */
export function quiet(contacts: readonly HistoryContact[]): Record<'heard' | 'silent' | 'never', HistoryContact[]> {
  const parts: Record<'heard' | 'silent' | 'never', HistoryContact[]> = { heard: [], silent: [], never: [] };
  for (const [at, contact] of contacts.entries()) {
    const isShopper = contact.identifiers.some(({ kind, value }) => kind === 'email' && SHOPPERS.has(value));
    const part = isShopper ? 'heard' : at % EVERY === 5 ? 'silent' : at % EVERY === 9 ? 'never' : 'heard';
    parts[part].push(contact);
  }
  return parts;
}

/** What those who stay silent were shown: a survey or two that they closed. */
export function closedBy(silent: readonly HistoryContact[], drawTime: () => number, random: Random): HistoryDisplay[] {
  const [place] = places;
  if (!place) return [];
  return silent.flatMap((contact) =>
    Array.from({ length: random() < 0.4 ? 2 : 1 }, (): HistoryDisplay => {
      const at = drawTime();
      return {
        id: uuid7(at, random),
        survey: place.survey,
        version: 1,
        touchpoint: place.touchpoint,
        visitor: null,
        contact: contact.id,
        outcome: 'dismissed',
        at,
      };
    }),
  );
}
