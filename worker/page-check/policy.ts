/** A Content Security Policy (CSP Level 3): its directives, lower case, with their values as written. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Reads a header that may hold several policies, each of which a browser enforces (CSP3, 2.2.1 and 2.2.2). */
export function parsePolicies(header: string): Policy[] {
  return header
    .split(',')
    .map((serialized) => {
      const policy = new Map<string, string[]>();
      for (const part of serialized.split(';')) {
        const [name = '', ...values] = part.trim().split(/\s+/);
        // Of a directive said twice, the first counts.
        if (name && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), values);
      }
      return policy;
    })
    .filter((policy) => policy.size > 0);
}

/** The sources that govern a kind of request: the first of these directives that is there (CSP3, 6.8.3). */
export function sourcesOf(policy: Policy, directives: readonly string[]): readonly string[] | null {
  for (const name of directives) {
    const sources = policy.get(name);
    if (sources) return sources;
  }
  return null;
}

const PORTS: Record<string, string> = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443' };

/** Whether a source list lets an address through for a page at `page`, by place alone: not by nonce or hash. */
export function admits(sources: readonly string[], address: URL, page: URL): boolean {
  return sources.some((source) => {
    const word = source.toLowerCase();
    if (word === "'self'") return address.origin === page.origin;
    if (word === '*') return /^https?:$/.test(address.protocol) || address.protocol === page.protocol;
    if (/^[a-z][a-z0-9+.-]*:$/.test(word)) return schemeFits(word, address.protocol);
    return word.startsWith("'") ? false : hostFits(word, address, page);
  });
}

/** A source of `http:` covers https as well (CSP3, 6.7.2.8). */
function schemeFits(wanted: string, is: string): boolean {
  return wanted === is || (wanted === 'http:' && is === 'https:');
}

/** CSP3, 6.7.2.9: scheme, host with a leading star, port, and a path that covers what is below it when it ends in `/`. */
function hostFits(source: string, address: URL, page: URL): boolean {
  const match = /^(?:([a-z][a-z0-9+.-]*:)\/\/)?(\*\.)?([^/:*]+)(?::(\d+|\*))?(\/.*)?$/.exec(source);
  if (!match) return false;
  const [, scheme = page.protocol, below, host = '', port, path] = match;
  if (!schemeFits(scheme, address.protocol)) return false;
  const fits = below ? address.hostname.endsWith(`.${host}`) : address.hostname === host;
  const isPort = (address.port || PORTS[address.protocol]) ?? '';
  const wanted = port ?? PORTS[scheme] ?? '';
  const portFits = port === '*' || isPort === wanted || (wanted === '80' && isPort === '443');
  if (!fits || !portFits) return false;
  if (!path || path === '/') return true;
  return path.endsWith('/') ? address.pathname.startsWith(path) : address.pathname === path;
}
