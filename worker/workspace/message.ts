import type { Attributes } from '../../contract/contact.ts';

/** What a site's server says of a person, as the edge has read it. Plain values: they cross into the object. */
export type Message = {
  /** The sender's own id of the message: said twice, it counts once. */
  id: string | null;
  /** The site's own id of the person. */
  user: string | null;
  /** A browser's visitor id. */
  visitor: string | null;
  /** When it happened, by our clock. */
  at: number;
} & (
  | { kind: 'identify'; person: ToldOfPerson }
  | { kind: 'track'; event: string; properties: Attributes }
  | { kind: 'group'; group: string; name: string; attributes: Attributes }
  | { kind: 'alias'; previous: string }
  | { kind: 'seen' }
);

/** What is said of a person: '' and null where nothing is. */
export interface ToldOfPerson {
  name: string;
  email: string;
  phone: string;
  company: string;
  attributes: Attributes;
  createdAt: number | null;
}
