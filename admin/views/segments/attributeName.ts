import { isTrait } from '../../../contract/traits.ts';
import { t } from '../../messages/translate.ts';

/** What an attribute is called: those that mean the same everywhere in words, others by their own name. */
export function attributeName(name: string): string {
  return isTrait(name) ? t(`trait.${name}`) : name;
}
