import type { HistoryContact } from '../contract/history.ts';

const DAY = 86_400_000;
/** The day the sample files were exported. */
const EXPORTED = Date.parse('2026-11-23T00:00:00Z');

/** So long the dates stay those of the files: the renewals of a good half year leave some due soon all that time. */
const STEP = 91;

/**
 * Moves renewals along with the demonstration's present, so that some are always due soon: by whole quarters, or a dry run
 * of the very file they came with would have every one of them otherwise.
 */
export function moveRenewals(contacts: readonly HistoryContact[], now: number): void {
  const days = Math.trunc((now - EXPORTED) / DAY / STEP) * STEP;
  for (const { attributes } of contacts) {
    const { renewal } = attributes;
    if (typeof renewal !== 'string' || Number.isNaN(Date.parse(renewal))) continue;
    attributes['renewal'] = new Date(Date.parse(`${renewal.slice(0, 10)}T00:00:00Z`) + days * DAY)
      .toISOString()
      .slice(0, 10);
  }
}
