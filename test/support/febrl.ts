import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { type Linkable, linkable } from '../../worker/identity/linkage/linkable.ts';
import { pairOf } from './linkEverybody.ts';

/** A set of generated people with known duplicates (Christen, FEBRL; see test/data/febrl), without their number of social security. */
export function febrl(file: string | URL): { people: Linkable[]; truth: Set<string> } {
  const text = readFileSync(file, 'utf8');
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true, transform: (value) => value.trim() });
  const [header = [], ...rows] = data;
  const entities = new Map<string, number[]>();
  const people = rows.map((row, index) => {
    const of = (column: string) => row[header.indexOf(column)] ?? '';
    const entity = of('rec_id').split('-')[1] ?? '';
    entities.set(entity, [...(entities.get(entity) ?? []), index + 1]);
    const birthday = of('date_of_birth');
    return linkable({
      number: index + 1,
      name: `${of('given_name')} ${of('surname')}`,
      company: null,
      attributes: {
        suburb: of('suburb'),
        postcode: of('postcode'),
        street: [of('street_number'), of('address_1')].filter(Boolean).join(' '),
        birthday: birthday.length === 8 ? `${birthday.slice(0, 4)}-${birthday.slice(4, 6)}-${birthday.slice(6)}` : '',
      },
      emails: [],
      phones: [],
    });
  });
  const truth = new Set<string>();
  for (const same of entities.values()) {
    for (const [index, a] of same.entries()) for (const b of same.slice(index + 1)) truth.add(pairOf(a, b));
  }
  return { people, truth };
}
