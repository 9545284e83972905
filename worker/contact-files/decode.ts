/**
 * A file's bytes as text. By its byte-order mark; without one as UTF-16 where every other byte is mostly zero, as UTF-8
 * where that is well-formed, and else as whichever of Windows-1256 (Arabic and Persian) and Windows-1250 (Central
 * European) makes the more letters.
 */
export function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return as('utf-16le', bytes);
  if (a === 0xfe && b === 0xff) return as('utf-16be', bytes);
  const zeros = zeroShare(bytes);
  if (zeros.odd > 0.4) return as('utf-16le', bytes);
  if (zeros.even > 0.4) return as('utf-16be', bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  const arabic = as('windows-1256', bytes);
  const european = as('windows-1250', bytes);
  return arabicRuns(arabic) > europeanRuns(european) ? arabic : european;
}

function as(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

function zeroShare(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 4096);
  for (let i = 0; i < looked; i += 1) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const half = Math.max(1, looked / 2);
  return { even: (zeros[0] ?? 0) / half, odd: (zeros[1] ?? 0) / half };
}

/** Letters beyond ASCII in words of two or more of them: Persian words are nothing else. */
function arabicRuns(text: string): number {
  return sumOfLengths(text, /\p{Script=Arabic}{2,}/gu);
}

/** Letters beyond ASCII that have an ASCII letter beside them, as nearly all Polish ones do. */
function europeanRuns(text: string): number {
  return sumOfLengths(text, /(?<=[a-z])[^\p{ASCII}\P{Script=Latin}]|[^\p{ASCII}\P{Script=Latin}](?=[a-z])/gu);
}

function sumOfLengths(text: string, pattern: RegExp): number {
  let sum = 0;
  for (const [run] of text.matchAll(pattern)) sum += run.length;
  return sum;
}
