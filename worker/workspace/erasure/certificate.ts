import { createHash } from 'node:crypto';
import type { ErasedAnswers } from '../../../contract/erased.ts';
import type { Erasure } from '../../../contract/erasure.ts';
import type { WorkspaceState } from '../state.ts';
import type { ErasureRecord } from '../tables/erasures.ts';
import type { ErasedCounts } from './forgetters.ts';

const DAY = 86_400_000;

/**
 * For how long the platform can bring storage back as it was: point-in-time recovery of Durable Objects goes back 30
 * days, and nobody can shorten it.
 */
const BACKUPS_FOR = 30 * DAY;

/** What a certificate says, as one hash. */
export function certificateHash(said: {
  id: string;
  at: number;
  responses: ErasedAnswers;
  counts: ErasedCounts;
}): string {
  const { id, at, responses, counts } = said;
  const sorted = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([id, at, responses, sorted]))
    .digest('hex');
}

/** A certificate as the API shows it, with whether its proof holds now. */
export function presentErasure(state: WorkspaceState, record: ErasureRecord): Erasure {
  const certificate = certificateHash(record);
  const entry = state.audit.entry(record.entry);
  const recorded = entry?.payload ? (JSON.parse(entry.payload) as { certificate?: string }).certificate : undefined;
  const until = new Date(record.at + BACKUPS_FOR).toISOString();
  const kept = record.responses === 'anonymise' && (record.counts.responses ?? 0) > 0;
  return {
    id: record.id,
    at: new Date(record.at).toISOString(),
    by: record.by,
    responses: record.responses,
    counts: record.counts,
    remains: [
      { what: 'backups', until },
      ...(record.liftedAt === null ? [{ what: 'tombstones' as const, until: null }] : []),
      { what: 'audit', until: null },
      ...(kept ? [{ what: 'figures' as const, until: null }] : []),
      { what: 'files', until: null },
    ],
    proof: {
      certificate,
      entry: String(record.entry),
      chain: entry ? Buffer.from(entry.chain).toString('hex') : '',
      // A payload that a retention took out proves nothing any more, but neither does it contradict.
      holds: (entry?.holds ?? false) && (recorded === undefined || recorded === certificate),
    },
    lifted:
      record.liftedAt === null ? null : { at: new Date(record.liftedAt).toISOString(), by: record.liftedBy ?? '' },
  };
}
