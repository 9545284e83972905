import { describe, expect, it } from 'vitest';
import { OriginNotes, originOf } from '../../worker/collect/originNotes.ts';

const MINUTE = 60_000;

describe('where a call comes from', () => {
  it.each([
    [{ origin: 'https://shop.example' }, 'https://shop.example'],
    [{ referer: 'https://shop.example/a?secret=1#b' }, 'https://shop.example'],
    [{ origin: 'https://shop.example', referer: 'https://other.example/' }, 'https://shop.example'],
    [{ origin: 'null', referer: 'https://shop.example/' }, 'null'],
    [{}, null],
    [{ referer: 'not a url' }, null],
    [{ origin: 'javascript:alert(1)' }, null],
    [{ origin: `https://${'x'.repeat(63)}.${'x'.repeat(63)}.${'x'.repeat(63)}.example` }, null],
  ])('%j is %j', (headers: Record<string, string>, origin) => {
    expect(originOf(new Headers(headers))).toBe(origin);
  });
});

describe('origins noted', () => {
  it('are written at once, and then every five minutes at most, none of them lost', () => {
    const notes = new OriginNotes();
    expect(notes.note('a', 'https://one.example', 0)).toEqual([['https://one.example', 0]]);
    expect(notes.note('a', 'https://two.example', 1)).toEqual([]);
    expect(notes.note('a', 'https://one.example', 2)).toEqual([]);
    expect(notes.note('a', 'https://two.example', 3)).toEqual([]);
    expect(notes.note('b', 'https://one.example', 4)).toEqual([['https://one.example', 4]]);
    expect(notes.note('a', 'https://three.example', 5 * MINUTE)).toEqual([
      ['https://one.example', 2],
      ['https://two.example', 3],
      ['https://three.example', 5 * MINUTE],
    ]);
    expect(notes.note('a', 'https://three.example', 9 * MINUTE)).toEqual([]);
  });

  it('of a flood are twenty', () => {
    const notes = new OriginNotes();
    notes.note('a', 'https://first.example', 0);
    for (let i = 0; i < 1_000; i++) expect(notes.note('a', `https://x${i}.example`, 1)).toEqual([]);
    expect(notes.note('a', 'https://x0.example', 5 * MINUTE)).toHaveLength(20);
  });
});
