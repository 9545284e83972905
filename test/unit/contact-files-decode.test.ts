import { describe, expect, it } from 'vitest';
import { decode } from '../../worker/contact-files/decode.ts';

const PERSIAN = 'نام,نشانی\r\nسارا رضایی,تهران\r\nلیلا نوری,شیراز\r\n';
const POLISH = 'Imię,Miasto\r\nŁukasz Wiśniewski,Łódź\r\nŚwiętosława Żółć,Gdańsk\r\nMichał,Kraków\r\n';
const ENGLISH = 'Name,City\r\nAda Park,London\r\n';

/** A text in a legacy encoding: the decoder turned around. */
function inEncoding(encoding: string, text: string): Uint8Array {
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) {
    bytes.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte);
  }
  return Uint8Array.from(text, (character) => {
    const byte = bytes.get(character);
    if (byte === undefined) throw new RangeError(`${encoding} has no ${character}`);
    return byte;
  });
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('a file', () => {
  it.each([
    ['Persian', PERSIAN],
    ['Polish', POLISH],
    ['English', ENGLISH],
  ])('in %s is read as UTF-8 with and without its mark', (_, text) => {
    expect(decode(new TextEncoder().encode(text))).toBe(text);
    expect(decode(new TextEncoder().encode(`\ufeff${text}`))).toBe(text);
  });

  it.each([
    ['Persian', PERSIAN],
    ['Polish', POLISH],
    ['English', ENGLISH],
  ])('in %s is read as UTF-16 of either order by its mark', (_, text) => {
    expect(decode(utf16(`\ufeff${text}`, true))).toBe(text);
    expect(decode(utf16(`\ufeff${text}`, false))).toBe(text);
  });

  it('in UTF-16 without a mark is known by its zeros', () => {
    expect(decode(utf16(POLISH, true))).toBe(POLISH);
    expect(decode(utf16(ENGLISH, false))).toBe(ENGLISH);
  });

  it('in Windows-1250 is told from one in Windows-1256', () => {
    expect(decode(inEncoding('windows-1250', POLISH))).toBe(POLISH);
    // Windows-1256 has the Arabic yeh only, as Persian files in it do.
    const persian = PERSIAN.replaceAll('ی', 'ي');
    expect(decode(inEncoding('windows-1256', persian))).toBe(persian);
  });

  it('of one Polish letter is still Polish', () => {
    expect(decode(inEncoding('windows-1250', 'Name,City\r\nAda,Kraków\r\n'))).toBe('Name,City\r\nAda,Kraków\r\n');
  });

  it('of nothing is empty', () => {
    expect(decode(new Uint8Array(0))).toBe('');
  });
});
