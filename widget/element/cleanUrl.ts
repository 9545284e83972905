import { URL_MAX } from '../../contract/limits.ts';

/** A page's address without what may name a person: no fragment, no credentials, no query but `utm_*`. */
export function cleanUrl(address: string): string {
  try {
    const { origin, protocol, pathname, searchParams } = new URL(address);
    const kept = new URLSearchParams([...searchParams].filter(([name]) => name.startsWith('utm_'))).toString();
    // A page without an origin (file:, a sandboxed frame) has at least its path.
    return ((origin === 'null' ? protocol : origin) + pathname + (kept && `?${kept}`)).slice(0, URL_MAX);
  } catch {
    // Not an address: `document.referrer` is often empty. (URL.canParse is younger than some visitors' browsers.)
    return '';
  }
}
