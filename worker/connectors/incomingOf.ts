import type { FieldMapping } from '../../contract/connection.ts';
import type { Attributes } from '../../contract/contact.ts';
import {
  ATTRIBUTE_VALUE_MAX,
  ATTRIBUTES_MAX,
  EMAIL_MAX,
  EXTERNAL_ID_MAX,
  NAME_MAX,
  PHONE_MAX,
} from '../../contract/limits.ts';
import { readAttribute } from '../contact-files/readAttribute.ts';
import { readTrait } from '../contact-files/readTrait.ts';
import type { Incoming } from '../workspace/intake.ts';
import type { RemoteRecord } from './connector.ts';

/**
 * A record of another system as a person of ours, by the mapping. The first field that has a value gives the name, the
 * email and the company; telephones are all kept. What is longer than it may be is left out.
 *
 * @param company what the company it names is called, where that is known
 */
export function incomingOf(
  system: string,
  mapping: readonly FieldMapping[],
  record: RemoteRecord,
  company: string | null,
): Incoming {
  const all = (target: FieldMapping['to'], max: number) =>
    mapping.flatMap(({ field, to }) => (to === target ? clean(record.values[field], max) || [] : []));
  const first = (target: FieldMapping['to'], max: number) => all(target, max)[0] ?? '';
  const name = first('name', NAME_MAX) || [first('first', 99), first('last', 99)].filter(Boolean).join(' ');
  const ids = [record.id, ...(record.deleted ? [] : record.absorbed)].filter((id) => id.length <= EXTERNAL_ID_MAX);
  return {
    externalIds: ids.map((value) => ({ system, value })),
    email: first('email', EMAIL_MAX),
    phones: all('phone', PHONE_MAX),
    name,
    company: first('company', NAME_MAX) || (company ?? ''),
    attributes: attributesOf(mapping, record.values),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    deleted: record.deleted,
    master: record.master === null ? null : { system, value: record.master },
  };
}

/** What is mapped to attributes, each as what it is; a date that is none is left out. */
export function attributesOf(mapping: readonly FieldMapping[], values: Record<string, string>): Attributes {
  const attributes: Attributes = {};
  for (const { field, to, attribute } of mapping) {
    const value = clean(values[field], ATTRIBUTE_VALUE_MAX);
    if (to !== 'attribute' || !attribute || value === '' || Object.hasOwn(attributes, attribute)) continue;
    if (Object.keys(attributes).length >= ATTRIBUTES_MAX) break;
    const trait = readTrait(attribute, value);
    if (trait && 'why' in trait) continue;
    attributes[attribute] = trait ? trait.value : readAttribute(value);
  }
  return attributes;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the point
const CONTROL = /[\u0000-\u001f\u007f]+/g;

function clean(value: string | undefined, max: number): string {
  const text = (value ?? '').replaceAll(CONTROL, ' ').trim();
  return text.length <= max && text.isWellFormed() ? text : '';
}
