import type { Attributes } from '../../contract/contact.ts';

/**
 * A person's attributes by name, and what they are called as if it were some: `name`, `first_name`, `company`. An
 * attribute of that name wins.
 */
export function attributesOf(person: { name: string; company: string | null; attributes: Attributes }): Attributes {
  const [first = ''] = person.name.trim().split(/\s+/u, 1);
  return { name: person.name, first_name: first, company: person.company ?? '', ...person.attributes };
}
