import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../worker/errors.ts';
import { parseJson } from '../../worker/validate.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('JSON of a body', () => {
  it('is read as it stands, whatever its texts hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseJson(bytesOf(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    const brackets = { '[{': '"\\"[['.repeat(500), plain: '\\' };
    expect(parseJson(bytesOf(JSON.stringify(brackets)))).toEqual(brackets);
  });

  it('is refused when it is nested so deep that whoever walks it would run out of stack', () => {
    expect(parseJson(bytesOf(nested(200)))).toHaveLength(1);
    for (const depth of [201, 100_000]) expect(() => parseJson(bytesOf(nested(depth)))).toThrow(ProblemError);
    expect(() => parseJson(bytesOf('{"a":'.repeat(100_000)))).toThrow(ProblemError);
  });

  it('is refused when it is none, or not in UTF-8', () => {
    expect(() => parseJson(bytesOf('{'))).toThrow(ProblemError);
    expect(() => parseJson(new Uint8Array([0x22, 0xff, 0x22]))).toThrow(ProblemError);
  });
});
