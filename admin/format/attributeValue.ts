import { t } from '../messages/translate.ts';
import { regional } from '../models/regional.ts';

/** A value as it is read. */
export function attributeValue(value: unknown): string {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return new Intl.NumberFormat(regional.value.numbers).format(value);
  return typeof value === 'string' ? value : '';
}
