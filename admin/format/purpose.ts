import { textIn } from '../../contract/locale.ts';
import { locale } from '../models/regional.ts';
import { session } from '../models/session.ts';

/** What a purpose of consents is called in the language of the screen; its code where nobody named it. */
export function purposeName(id: string): string {
  const purpose = session.value?.settings.purposes.find((one) => one.id === id);
  return (purpose && textIn(purpose.name, locale.value)) || id;
}
