/** Scheme, host with an optional leading `*.`, and a port or `*`. */
const PATTERN = /^(https?):\/\/(\*\.)?([^:/*?#@\s]+)(?::(\d{1,5}|\*))?$/;

const DEFAULT_PORT: Record<string, string> = { http: '80', https: '443' };

/**
 * Whether a request's `Origin` header fits one of a site's patterns: `https://shop.example`, `https://*.shop.example`
 * (any depth, but not the bare domain), `http://localhost:*`. Scheme and port must be equal otherwise.
 * No origin and the opaque one, `null`, fit nothing.
 */
export function originAllowed(origin: string | null, patterns: readonly string[]): boolean {
  if (origin === null || origin === 'null' || !URL.canParse(origin)) return false;
  const asked = PATTERN.exec(origin.toLowerCase());
  // An origin has no stars; one that has is not from a browser.
  if (!asked || origin.includes('*')) return false;
  const [, scheme = '', , host = '', port] = asked;
  return patterns.some((pattern) => {
    const allowed = PATTERN.exec(pattern.toLowerCase());
    if (!allowed) return false;
    const [, wantedScheme = '', below, wantedHost = '', wantedPort] = allowed;
    if (scheme !== wantedScheme) return false;
    if (wantedPort !== '*' && (port ?? DEFAULT_PORT[scheme]) !== (wantedPort ?? DEFAULT_PORT[scheme])) return false;
    return below ? host.endsWith(`.${wantedHost}`) && host.length > wantedHost.length + 1 : host === wantedHost;
  });
}
