import { jaroWinkler } from './jaroWinkler.ts';

export interface NameComparison {
  /** 0 exact, 1 close, 2 similar, 3 differs. */
  level: 0 | 1 | 2 | 3;
  /** Words both have in full. */
  shared: string[];
}

/** As alike as a word and the same one mistyped. */
const TYPO = 0.88;

/**
 * How far two names agree, whatever the order of their words. Exact: the same words. Close: each word of the shorter name
 * is one of the other's, at least one in full or nearly so, the rest in full, mistyped or as an initial. Similar: a word
 * in full. Words are folded and sorted.
 */
export function compareNames(a: readonly string[], b: readonly string[]): NameComparison {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const open = [...long];
  const rest: string[] = [];
  const shared: string[] = [];
  for (const word of short) {
    const at = open.indexOf(word);
    if (at < 0) rest.push(word);
    else {
      open.splice(at, 1);
      shared.push(word);
    }
  }
  if (rest.length === 0 && open.length === 0) return { level: 0, shared };
  const full = shared.some((word) => word.length > 2);
  // "Customer 12" and "Customer 13": a number is no word mistyped.
  const isNumbered = [...rest, ...open].some((word) => /\d/.test(word));
  let typos = 0;
  const isClose = rest.every((word) => {
    const initial = open.findIndex((other) => isInitial(word, other) || isInitial(other, word));
    if (initial >= 0) {
      open.splice(initial, 1);
      return true;
    }
    const typo = isNumbered ? -1 : bestOf(word, open);
    if (typo < 0) return false;
    open.splice(typo, 1);
    typos += 1;
    return true;
  });
  if (isClose && (full || typos === short.length)) return { level: 1, shared };
  // Two words written as one, or one as two.
  if (isNumbered) return { level: full ? 2 : 3, shared };
  if (full && rest.length > 0 && jaroWinkler(rest.join(''), open.join('')) >= TYPO) return { level: 1, shared };
  if (jaroWinkler(a.join(''), b.join('')) >= 0.94) return { level: 1, shared };
  return { level: full || isClose ? 2 : 3, shared };
}

function bestOf(word: string, others: readonly string[]): number {
  let best = -1;
  let most = TYPO;
  for (const [index, other] of others.entries()) {
    const alike = jaroWinkler(word, other);
    if (alike >= most && word.length > 2 && other.length > 2) {
      best = index;
      most = alike;
    }
  }
  return best;
}

function isInitial(initial: string, word: string): boolean {
  return [...initial].length === 1 && word.startsWith(initial);
}
