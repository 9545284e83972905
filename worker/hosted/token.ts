import { createHash, randomInt } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 131 bits: nobody guesses one. */
const LENGTH = 22;

/** A new token of a link: the site's key, so that it leads to its workspace, and what nobody can guess. */
export function newInvitationToken(siteKey: string): string {
  return siteKey + Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** How a token is kept. It is random and long, so one round of SHA-256 is enough. */
export function hashInvitation(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The site a token leads to; null when it cannot be one. */
export function siteOfToken(token: string): string | null {
  return /^([A-Za-z0-9_-]{1,64})[A-Za-z0-9]{22}$/.exec(token)?.[1] ?? null;
}
