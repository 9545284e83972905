/** Scripts that part no words: each of their letters may begin one. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}]/u;

/** A word this short is looked for where words begin only: in the middle of words it is everywhere. */
export const SHORT_WORD = 2;

/**
 * The one or two letters each word of a folded text begins with, each once. A word begins after whatever is neither a
 * letter nor a digit, such a sign begins one too, and in scripts that part no words every letter does.
 */
export function wordStarts(folded: string): string[] {
  const letters = [...folded];
  const starts = new Set<string>();
  for (const [index, letter] of letters.entries()) {
    if (letter === ' ') continue;
    const before = letters[index - 1] ?? ' ';
    if (WORD.test(before) && WORD.test(letter) && !UNPARTED.test(letter)) continue;
    const next = letters[index + 1];
    starts.add(next === undefined || next === ' ' ? letter : letter + next);
  }
  return [...starts];
}

/** Whether a folded text holds a word as a search means it: anywhere, or where a word begins if it is a short one. */
export function holdsWord(folded: string, word: string): boolean {
  if ([...word].length > SHORT_WORD) return folded.includes(word);
  return wordStarts(folded).some((start) => start.startsWith(word));
}
