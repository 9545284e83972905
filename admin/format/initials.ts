const ARABIC = /\p{Script=Arabic}/u;

/** Up to two letters that stand for a name. Arabic letters would join, so there it is one. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = Array.from(words[0] ?? '')[0] ?? '';
  if (ARABIC.test(first) || words.length < 2) return first.toUpperCase();
  const last = Array.from(words.at(-1) ?? '')[0] ?? '';
  return (first + last).toUpperCase();
}
