import { foldText } from './foldText.ts';

/** The words of a name, folded, without punctuation. A non-joiner joins here: «موسوی‌نژاد» is one word. */
export function nameWords(name: string): string[] {
  return foldText(name.replace(/\u200c/g, ''))
    .replace(/[^\p{L}\p{N}\s]+/gu, ' ')
    .split(' ')
    .filter(Boolean);
}

/** A key that is equal for names of the same words in any order: "Nowak, Zofia" and "zofia NOWAK". For comparing only. */
export function foldName(name: string): string {
  return nameWords(name).sort().join(' ');
}
