import { ATTRIBUTE_VALUE_MAX, ATTRIBUTES_MAX, EMAIL_MAX, NAME_MAX, PHONE_MAX } from '../../../contract/limits.ts';
import type { ToldOfPerson } from '../../workspace/message.ts';
import { flatten, type Scalar, scalarOf } from './flatten.ts';

/** Reserved traits that have a place of their own; whatever libraries call them, they are compared without `_` and case. */
const OWN = new Set([
  'name',
  'firstname',
  'lastname',
  'email',
  'emailverified',
  'phone',
  'company',
  'id',
  'createdat',
  'birthday',
  'address',
]);
/** Parts of an address by what they are called here. */
const ADDRESS: Record<string, string> = { state: 'region', postalCode: 'postal_code', postalcode: 'postal_code' };

/** Reads the traits of an identify call: reserved ones to their places, all others stay attributes. */
export function personOf(traits: Readonly<Record<string, unknown>>): ToldOfPerson {
  const reserved = new Map<string, unknown>();
  const others: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(traits)) {
    const plain = name.replaceAll('_', '').toLowerCase();
    if (!OWN.has(plain)) others[name] = value;
    else if (!reserved.has(plain)) reserved.set(plain, value);
  }
  const words = (name: string, max: number) => {
    const value = scalarOf(reserved.get(name), max);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const birthday = dayOf(reserved.get('birthday'));
  const attributes = {
    ...addressOf(reserved.get('address')),
    ...(birthday ? { birthday } : {}),
    ...flatten(others, { keys: ATTRIBUTES_MAX, length: ATTRIBUTE_VALUE_MAX }),
  };
  const parts = [words('firstname', NAME_MAX), words('lastname', NAME_MAX)].filter(Boolean);
  return {
    name: words('name', NAME_MAX) || parts.join(' ').slice(0, NAME_MAX),
    // As in a token: an address that nobody has proven finds nobody.
    email: reserved.get('emailverified') === false ? '' : words('email', EMAIL_MAX),
    phone: words('phone', PHONE_MAX),
    company: companyOf(reserved.get('company')),
    attributes: Object.fromEntries(Object.entries(attributes).slice(0, ATTRIBUTES_MAX)),
    createdAt: timeOf(reserved.get('createdat')),
  };
}

/** A time as an ISO text, in seconds or in milliseconds. */
export function timeOf(value: unknown): number | null {
  // Seconds until the year 5138 are smaller than milliseconds since 1973.
  const at =
    typeof value === 'number'
      ? value < 1e11
        ? value * 1000
        : value
      : typeof value === 'string'
        ? Date.parse(value)
        : Number.NaN;
  return at > 0 && at < 8.64e15 ? Math.floor(at) : null;
}

function dayOf(value: unknown): string | null {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return Number.isNaN(Date.parse(value)) ? null : value;
  }
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) || Math.abs(at) > 2e14 ? null : new Date(at).toISOString().slice(0, 10);
}

function companyOf(value: unknown): string {
  const name =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as { name?: unknown }).name : value;
  const text = scalarOf(name, NAME_MAX);
  return typeof text === 'string' || typeof text === 'number' ? String(text) : '';
}

function addressOf(value: unknown): Record<string, Scalar> {
  if (typeof value === 'string') {
    const text = scalarOf(value, ATTRIBUTE_VALUE_MAX);
    return text === null ? {} : { address: text };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const flat = flatten(value as Record<string, unknown>, { keys: 10, length: ATTRIBUTE_VALUE_MAX });
  return Object.fromEntries(Object.entries(flat).map(([name, part]) => [ADDRESS[name] ?? name, part]));
}
