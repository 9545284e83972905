import type { RecordKind } from '../../../contract/connected.ts';
import type { FieldMapping } from '../../../contract/connection.ts';
import { isTrait, TRAITS, type Trait } from '../../../contract/traits.ts';
import type { PlainKey } from '../../messages/translate.ts';

/** Attributes that have a name of their own on screen. */
export const TRAIT_NAMES = Object.keys(TRAITS) as Trait[];

/** What a field becomes, as one choice of a list: a part of the record, a person's well-known attribute, or any other. */
export function choiceOf(kind: RecordKind, { to, attribute }: FieldMapping): string {
  if (to !== 'attribute') return to;
  return kind === 'contacts' && attribute !== undefined && isTrait(attribute) ? `trait:${attribute}` : 'attribute';
}

/** A field with another choice made. */
export function withChoice(mapping: FieldMapping, choice: string): FieldMapping {
  const { field } = mapping;
  if (choice.startsWith('trait:')) return { field, to: 'attribute', attribute: choice.slice('trait:'.length) };
  if (choice !== 'attribute') return { field, to: choice as FieldMapping['to'] };
  const kept = mapping.attribute !== undefined && !isTrait(mapping.attribute) ? mapping.attribute : field;
  return { field, to: 'attribute', attribute: kept };
}

/** The name of a choice that is a part of the record. */
export function targetKey(kind: RecordKind, to: FieldMapping['to']): PlainKey {
  return kind === 'companies' && to === 'name' ? 'connection.to-company-name' : `connection.to-${to}`;
}
