import type { HistoryContact } from '../contract/history.ts';

const DAY = 86_400_000;
/** The day the sample files were exported. */
const EXPORTED = Date.parse('2026-11-23T00:00:00Z');

/** Moves renewals along with the demonstration's present, so that some are always due soon. */
export function moveRenewals(contacts: readonly HistoryContact[], now: number): void {
  const days = Math.round((now - EXPORTED) / DAY);
  for (const { attributes } of contacts) {
    const { renewal } = attributes;
    if (typeof renewal !== 'string' || Number.isNaN(Date.parse(renewal))) continue;
    attributes['renewal'] = new Date(Date.parse(`${renewal.slice(0, 10)}T00:00:00Z`) + days * DAY)
      .toISOString()
      .slice(0, 10);
  }
}
