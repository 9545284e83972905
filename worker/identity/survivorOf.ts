import { nameWords } from './foldName.ts';

interface Candidate {
  name: string;
  /** How many answers they have. */
  responses: number;
  createdAt: string | number;
}

/**
 * Who of two stays unless somebody says so: the one whose name has more whole words, so that "Michał Nowak" stays and
 * "M. Nowak" goes; then the one with more answers; then the one known longer.
 */
export function survivorOf<Person extends Candidate>(a: Person, b: Person): Person {
  const words = wholeWords(a.name) - wholeWords(b.name);
  if (words !== 0) return words > 0 ? a : b;
  if (a.responses !== b.responses) return a.responses > b.responses ? a : b;
  return a.createdAt <= b.createdAt ? a : b;
}

/** A single letter is an initial. */
function wholeWords(name: string): number {
  return nameWords(name).filter((word) => [...word].length > 1).length;
}
