import { nameWords } from './foldName.ts';

/**
 * Whether two names can be one person's: equal in any order of words, or with initials standing for words
 * ("M. Wiśniewska" and "Michał Wiśniewska"), or one of them empty. At least one word must be the same in full.
 */
export function compatibleNames(a: string, b: string): boolean {
  const left = nameWords(a);
  const right = nameWords(b);
  if (left.length === 0 || right.length === 0) return true;
  if (left.length !== right.length) return false;
  const unmatched = [...right];
  const open: string[] = [];
  for (const word of left) {
    const at = unmatched.indexOf(word);
    if (at < 0) open.push(word);
    else unmatched.splice(at, 1);
  }
  if (open.length === left.length) return false;
  return open.every((word) => {
    const at = unmatched.findIndex((other) => isInitial(word, other) || isInitial(other, word));
    if (at >= 0) unmatched.splice(at, 1);
    return at >= 0;
  });
}

function isInitial(initial: string, word: string): boolean {
  return [...initial].length === 1 && word.startsWith(initial);
}
