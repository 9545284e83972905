import type { Attributes } from '../../../contract/contact.ts';
import { nameWords } from '../foldName.ts';
import { foldText } from '../foldText.ts';

/** A person as they are compared: everything folded, nothing shown. */
export interface Linkable {
  number: number;
  /** The words of the name, sorted. */
  words: string[];
  /** Addresses, before and behind the @. */
  emails: { local: string; domain: string }[];
  /** In E.164. */
  phones: string[];
  company: string;
  place: string;
  /** `YYYY-MM-DD`, or digits alone. */
  birthday: string;
  postcode: string;
  street: string;
}

/** What a person is made of, as far as it is compared. Identifiers as they are normalised. */
export interface LinkSource {
  number: number;
  name: string;
  company: string | null;
  attributes: Attributes;
  emails: readonly string[];
  phones: readonly string[];
}

/** Names attributes are known under, folded; the first that is filled is taken. */
const PLACE = ['city', 'town', 'suburb', 'mailing city', 'mailingcity', 'region', 'state/region', 'state'];
const BIRTHDAY = ['birthday', 'birthdate', 'date of birth', 'date_of_birth'];
const POSTCODE = ['postcode', 'postal code', 'mailingpostalcode', 'zip'];
const STREET = ['street', 'address', 'mailingstreet', 'street address'];
/** What says how a company is owned, not which it is. */
const LEGAL = /\b(ltd|limited|inc|llc|gmbh|ag|plc|co|corp|sp z ?o ?o|s a|sa|srl|bv|oy|ab)\b/g;

/** A person as they are compared. */
export function linkable({ number, name, company, attributes, emails, phones }: LinkSource): Linkable {
  const folded = new Map<string, string>();
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'string' && value !== '') folded.set(foldText(key), foldText(value));
  }
  const first = (names: readonly string[]) => names.map((key) => folded.get(key)).find(Boolean) ?? '';
  return {
    number,
    words: nameWords(name).sort(),
    emails: emails.map((email) => {
      const at = email.lastIndexOf('@');
      return { local: email.slice(0, at), domain: email.slice(at + 1) };
    }),
    phones: [...phones],
    company: plainCompany(company ?? ''),
    place: first(PLACE),
    birthday: first(BIRTHDAY).replace(/\D/g, ''),
    postcode: first(POSTCODE).replace(/\s/g, ''),
    street: first(STREET),
  };
}

function plainCompany(company: string): string {
  const words = foldText(company)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const plain = words.replace(LEGAL, ' ').replace(/\s+/g, ' ').trim();
  return plain || words;
}
