import { createHash } from 'node:crypto';
import { foldName } from './foldName.ts';
import { foldText } from './foldText.ts';

/** The system of ids that records are given which bring no strong identifier of their own. */
export const ROW_SYSTEM = 'row';

/**
 * An id for a record that has none: the same record read again is the same person. Whatever could tell two people of
 * one name apart goes in.
 */
export function rowFingerprint(record: {
  name: string;
  email: string;
  phones: readonly string[];
  company: string;
}): string {
  const parts = [foldName(record.name), record.email, [...record.phones].sort(), foldText(record.company)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
