/**
 * Whether an address given by somebody may be called from here: https on its usual port, a public name (no IP literal,
 * no name of this machine or of a private network), no credentials, and not one of our own hosts.
 *
 * @param own hosts this product answers at
 * @param allow exact `host:port` let through besides, for tests alone
 */
export function isSafe(url: URL, own: readonly string[], allow: readonly string[] = []): boolean {
  if (allow.includes(`${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`)) return true;
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return false;
  const host = url.hostname.replace(/\.$/, '');
  // URL has already turned every spelling of an IPv4 address into digits and dots, and IPv6 stands in brackets.
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return false;
  if (
    !host.includes('.') ||
    /\.(?:localhost|local|internal|intranet|lan|home|corp|arpa|onion|test|invalid)$/.test(host)
  ) {
    return false;
  }
  return !own.includes(host);
}
