/**
 * How alike two strings are, from 0 to 1: the share of characters in common, in about the same places, less half the
 * transpositions (Jaro 1989), raised where they begin alike (Winkler 1990): one tenth of what is missing for each of up
 * to four equal first characters. Published values (Winkler 1990, table 2.1): MARTHA and MARHTA 0.9611, DIXON and
 * DICKSONX 0.8133, DWAYNE and DUANE 0.8400.
 */
export function jaroWinkler(a: string, b: string): number {
  const jaro = jaroOf(a, b);
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  if (a === '' || b === '') return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const matched: string[] = [];
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= end; j++) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = 1;
      matched.push(a[i] as string);
      break;
    }
  }
  const common = matched.length;
  if (common === 0) return 0;
  let transposed = 0;
  for (let j = 0, k = 0; j < b.length; j++) {
    if (!taken[j]) continue;
    if (b[j] !== matched[k]) transposed += 1;
    k += 1;
  }
  return (common / a.length + common / b.length + (common - transposed / 2) / common) / 3;
}
