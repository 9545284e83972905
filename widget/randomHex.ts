/** `bytes` random bytes in lower-case hexadecimal. `crypto.randomUUID` is missing on plain http pages, this is not. */
export function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => (byte + 256).toString(16).slice(1)).join(
    '',
  );
}
