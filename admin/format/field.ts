import { t } from '../messages/translate.ts';
import { attributeName } from '../views/segments/attributeName.ts';

/** What a field of a person is called: its own word where there is one, else the attribute's own name. */
export function fieldName(field: string): string {
  if (field === 'name' || field === 'company') return t(`field.${field}`);
  return attributeName(field.replace(/^attributes\./, ''));
}
