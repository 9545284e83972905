import { t } from '../messages/translate.ts';

/** What a field of a person is called: its own word where there is one, else the attribute's own name. */
export function fieldName(field: string): string {
  if (field === 'name' || field === 'company') return t(`field.${field}`);
  return field.replace(/^attributes\./, '');
}
