/** Persian (U+06F0…) and Arabic (U+0660…) digits as ASCII; everything else as it is. */
export function foldDigits(value: string): string {
  return value.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
