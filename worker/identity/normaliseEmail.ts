import { EMAIL_MAX } from '../../contract/limits.ts';

/** Characters an unquoted local part may have (RFC 5322 atext and dots, and letters beyond ASCII by RFC 6531). */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u;

/**
 * An email address as it is compared: trimmed, lower case, its domain in punycode. Dots and plus-tags stay: who says
 * that two mailboxes are one is guessing.
 *
 * @returns null when the value is not an address
 */
export function normaliseEmail(value: string): string | null {
  const written = value.trim().normalize('NFC').toLowerCase();
  const [local, domain, ...more] = written.split('@');
  if (!local || !domain || more.length > 0 || !LOCAL.test(local) || /^\.|\.\.|\.$/.test(local)) return null;
  const host = asciiHost(domain);
  if (host === null) return null;
  const address = `${local}@${host}`;
  return address.length <= EMAIL_MAX ? address : null;
}

/** The domain in punycode; null when it is none: no dot, an address of numbers, or more than a host. */
function asciiHost(domain: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return null;
  const url = URL.parse(`https://${domain}/`);
  if (!url) return null;
  const host = url.hostname;
  const labels = host.split('.');
  if (labels.length < 2 || labels.some((label) => !/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label))) return null;
  return /^\d+$/.test(labels.at(-1) ?? '') ? null : host;
}
