import { createHash, randomBytes } from 'node:crypto';

/** A random key for people to copy: a prefix that says what it is, and 192 bits. */
export function newKey(prefix: string): string {
  return `${prefix}_${randomBytes(24).toString('base64url')}`;
}

/** How a key is kept. Keys are random and long, so one round of SHA-256 is enough. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
