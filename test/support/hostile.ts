import fc from 'fast-check';

/** A body to send: text, or bytes that are no text at all. */
export type Body = string | Uint8Array<ArrayBuffer>;

/** Names that mean something to the language, the database or the product. */
export const WORDS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-1',
  '0',
  '../../etc/passwd',
  "' OR 1=1 --",
  '"; DROP TABLE response; --',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '%00',
  '\r\nset-cookie: a=b',
];

/** Strings that break what takes strings for granted: lone surrogates, NUL, marks, directions, length. */
export const oddString: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(...WORDS),
  fc.constantFrom('\ud800', 'a\udfffb', '\u0000', 'a\u0000b', '\ufeff', '\u202e\u2066', '\u200c'.repeat(300), 'ﷺ', '𐏿'),
  fc.integer({ min: 1, max: 9 }).map((n) => 'ي'.repeat(4 ** n % 20_011)),
);

/** JSON text of anything, down to depths and numbers that no sane client sends. */
export const jsonText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.json({ maxDepth: 4, stringUnit: 'binary' }) },
  { weight: 3, arbitrary: oddString.map((value) => JSON.stringify(value)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'null',
      'true',
      '0',
      '-0',
      '1e400',
      '-1e400',
      '1e-400',
      '9007199254740993',
      '[]',
      '{}',
      '""',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '{"__proto__":{"complete":true,"admin":true}}',
      '{"constructor":{"prototype":{"admin":true}}}',
      '{"__proto__":1,"__proto__":2}',
      '{"toString":null,"valueOf":null,"toJSON":1,"then":1}',
      '[{"__proto__":[]}]',
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ depth: fc.integer({ min: 10, max: 8_000 }), open: fc.constantFrom('[', '{"a":') })
      .map(({ depth, open }) => `${open.repeat(depth)}1${(open === '[' ? ']' : '}').repeat(depth)}`),
  },
);

/** Bodies that are nearly good: some parts of a valid one are replaced, added or taken out. */
export function mutated(valid: fc.Arbitrary<object>): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'remove', 'add'),
    text: jsonText,
    name: oddString,
  });
  return fc.tuple(valid, fc.array(change, { maxLength: 3 })).map(([body, changes]) => {
    const marks: string[] = [];
    const copy = structuredClone(body);
    for (const { at, how, text, name } of changes) {
      const spots = spotsIn(copy);
      const spot = spots[at % Math.max(spots.length, 1)];
      if (!spot) continue;
      const mark = `mark-${marks.length}-of-a-mutation`;
      if (how === 'remove') delete spot.holder[spot.key];
      else spot.holder[how === 'add' && !Array.isArray(spot.holder) ? name : spot.key] = mark;
      marks.push(text);
    }
    // Put in as text: an object could not carry "__proto__", 1e400 or the same key twice.
    return marks.reduce(
      (text, part, index) => text.replace(`"mark-${index}-of-a-mutation"`, () => part),
      JSON.stringify(copy),
    );
  });
}

/** Anything a stranger may send as a body where `valid` is expected. */
export function hostileBody(valid: fc.Arbitrary<object>): fc.Arbitrary<Body> {
  return fc.oneof(
    { weight: 8, arbitrary: valid.map((body) => JSON.stringify(body)) },
    { weight: 10, arbitrary: mutated(valid) },
    { weight: 3, arbitrary: jsonText },
    { weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)) },
    { weight: 1, arbitrary: oddString },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 30_000, max: 40_000 }).map((n) => JSON.stringify({ id: 'x'.repeat(n) })),
    },
  );
}

interface Spot {
  holder: Record<string, unknown>;
  key: string;
}

/** Every place in a value that something else could be put into. */
function spotsIn(value: object): Spot[] {
  const holder = value as Record<string, unknown>;
  return Object.keys(value).flatMap((key) => {
    const inner = holder[key];
    return [{ holder, key }, ...(typeof inner === 'object' && inner !== null ? spotsIn(inner) : [])];
  });
}
