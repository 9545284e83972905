import { isTrait, TRAITS } from '../../contract/traits.ts';
import { readChannel } from './readChannel.ts';
import { readDay } from './readDay.ts';
import { readNumber } from './readNumber.ts';

/** A cell of a well-known attribute as what it is, or why it cannot be; null for attributes that may be anything. */
export function readTrait(
  name: string,
  written: string,
): { value: string | number } | { why: 'not-a-date' | 'not-a-number' | 'not-a-channel' } | null {
  if (!isTrait(name)) return null;
  switch (TRAITS[name]) {
    case 'date': {
      const value = readDay(written);
      return value === null ? { why: 'not-a-date' } : { value };
    }
    case 'number': {
      const value = readNumber(written);
      return value === null ? { why: 'not-a-number' } : { value };
    }
    case 'choice': {
      const value = readChannel(written);
      return value === null ? { why: 'not-a-channel' } : { value };
    }
    case 'text':
      return { value: written };
  }
}
