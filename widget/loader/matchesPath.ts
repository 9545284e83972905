/**
 * Whether a path pattern covers `pathname`; `*` stands for any run of characters. `location.pathname` comes
 * percent-encoded, so that a pattern written in another script is encoded before it is compared.
 */
export function matchesPath(pattern: string, pathname: string): boolean {
  const encoded = encodeURI(pattern).replace(/%25/g, '%');
  return new RegExp(`^${encoded.replace(/[.+?$()]/g, '\\$&').replace(/\*/g, '.*')}$`).test(pathname);
}
