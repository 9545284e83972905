const LENGTH_MAX = 40;

/**
 * An id made from a survey's name: ASCII, lower case, words joined by hyphens; numbered when it is taken.
 * A name in another script says nothing in ASCII, so such a survey is called `survey`.
 */
export function surveyId(name: string, isTaken: (id: string) => boolean): string {
  const slug = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LENGTH_MAX)
    .replaceAll(/^-+|-+$/g, '');
  const id = slug || 'survey';
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}
