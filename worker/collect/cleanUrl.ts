/**
 * A page's address without what may be private: credentials, fragment and query, except `utm_*` and the parameters the
 * site has chosen to keep.
 *
 * @returns '' when the value is not an http or https URL
 */
export function cleanUrl(url: string, keep: readonly string[]): string {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return '';
  const kept = new URLSearchParams();
  for (const [name, value] of parsed.searchParams) {
    if (/^utm_[a-z]+$/i.test(name) || keep.includes(name)) kept.append(name, value);
  }
  parsed.username = '';
  parsed.password = '';
  parsed.hash = '';
  parsed.search = kept.toString();
  return parsed.href;
}
