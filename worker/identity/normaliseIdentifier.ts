import { EXTERNAL_ID_MAX, KEY_MAX } from '../../contract/limits.ts';
import { normaliseEmail } from './normaliseEmail.ts';
import { normalisePhone } from './normalisePhone.ts';

export type IdentifierKind = 'external' | 'email' | 'phone' | 'visitor';

/**
 * An identifier as it is compared. External ids keep their case: Salesforce's differ by nothing else.
 *
 * @param country ISO 3166-1 alpha-2, for phone numbers written without one
 * @returns null when the value cannot be an identifier of this kind
 */
export function normaliseIdentifier(kind: IdentifierKind, value: string, country: string): string | null {
  switch (kind) {
    case 'email':
      return normaliseEmail(value);
    case 'phone':
      return normalisePhone(value, country);
    case 'external':
      return bounded(value.normalize('NFC').trim(), EXTERNAL_ID_MAX);
    case 'visitor':
      return bounded(value.trim(), KEY_MAX);
  }
}

function bounded(value: string, max: number): string | null {
  return value.length > 0 && value.length <= max ? value : null;
}
