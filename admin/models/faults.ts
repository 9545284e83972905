import { type ReadonlySignal, signal } from '@preact/signals';
import type { ApiError } from '../api.ts';
import { type PlainKey, t } from '../messages/translate.ts';
import { faultText } from './fault-text.ts';

/** What the server would not take of a form. */
export interface Faults {
  /** By the name of the field. */
  readonly fields: ReadonlySignal<Readonly<Record<string, string>>>;
  /** What belongs to no field. */
  readonly whole: ReadonlySignal<string | null>;
  /** Takes a refusal apart; `text` is what to say when none of it belongs to a field. */
  take(error: ApiError, text: string): void;
  clear(): void;
}

/** The field an RFC 6901 pointer leads into: of `/origins/2` it is `origins`. */
function fieldOf(pointer: string): string {
  return pointer.split('/')[1] ?? '';
}

/** What is said of one identifier, by the code of the refusal. */
const IDENTIFIER_FAULTS: Partial<Record<string, PlainKey>> = {
  'identifier-taken': 'identifier.taken',
  'identifier-refused': 'identifier.refused',
  erased: 'identifier.erased',
};

/** An empty collection for a form with these fields. */
export function createFaults(names: readonly string[]): Faults {
  const fields = signal<Readonly<Record<string, string>>>({});
  const whole = signal<string | null>(null);
  return {
    fields,
    whole,
    take(error, text) {
      const found: Record<string, string> = {};
      for (const { pointer, message } of error.problem.errors ?? []) {
        const name = fieldOf(pointer);
        if (names.includes(name)) found[name] ??= faultText(message);
      }
      const about = names.includes('value') && IDENTIFIER_FAULTS[error.code];
      if (about) found['value'] = t(about);
      // The only identifier a form asks for that nobody else may have.
      if (error.code === 'identifier-taken' && names.includes('email')) found['email'] = t('error.identifier-taken');
      fields.value = found;
      whole.value = Object.keys(found).length === 0 ? text : null;
    },
    clear() {
      fields.value = {};
      whole.value = null;
    },
  };
}
