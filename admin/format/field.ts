import { t } from '../messages/translate.ts';
import { attributeName } from '../views/segments/attributeName.ts';
import { systemName } from './system.ts';

/** What a field of a person is called: its own word where there is one, else the attribute's own name. */
export function fieldName(field: string): string {
  if (field === 'name' || field === 'company' || field === 'email' || field === 'phone') return t(`field.${field}`);
  if (field.startsWith('external:')) return `${t('kind.external')} (${systemName(field.slice('external:'.length))})`;
  return attributeName(field.replace(/^attributes\./, ''));
}
