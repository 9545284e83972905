import { describe, expect, it } from 'vitest';
import { uuid7 as schema } from '../../contract/bounds.ts';
import { cleanUrl } from '../../widget/element/cleanUrl.ts';
import { uuid7 } from '../../widget/element/uuid7.ts';
import { cleanText } from '../../widget/loader/cleanText.ts';
import { createStore } from '../../widget/loader/store.ts';
import { randomHex } from '../../widget/randomHex.ts';

describe('a response id', () => {
  it('is the example of RFC 9562, A.6, from its time and random bits', () => {
    expect(uuid7(0x017f22e279b0, 'cc318c4dc0c0c07398f0')).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('is what the wire takes, whatever the bits, and sorts by time', () => {
    const ids = Array.from({ length: 200 }, (_, index) => uuid7(1_700_000_000_000 + index, randomHex(10)));
    for (const id of ids) expect(schema.safeParse(id).success).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  });
});

describe("a page's address", () => {
  it.each([
    ['https://shop.example/a/b?x=1&utm_source=mail&utm_id=7#top', 'https://shop.example/a/b?utm_source=mail&utm_id=7'],
    ['https://shop.example/?email=sara%40example.com', 'https://shop.example/'],
    ['https://user:secret@shop.example:8443/a', 'https://shop.example:8443/a'],
    ['https://shop.example/a?not_utm_source=1', 'https://shop.example/a'],
    ['', ''],
    ['not an address', ''],
  ])('%s is sent as %s', (address, expected) => {
    expect(cleanUrl(address)).toBe(expected);
  });

  it('is at most as long as the wire takes', () => {
    expect(cleanUrl(`https://shop.example/${'a'.repeat(5_000)}`)).toHaveLength(2_048);
  });
});

describe('what a person wrote', () => {
  it.each([
    ['two\nlines\tand a tab', 'two\nlines\tand a tab'],
    ['pasted\u000bfrom a document\u0000', 'pasted from a document '],
    ['half a pair \ud83d', 'half a pair \ufffd'],
    ['whole 😀', 'whole 😀'],
    ['سلام\u200cها', 'سلام\u200cها'],
  ])('%j is sent as %j', (given, expected) => {
    expect(cleanText(given, 100)).toBe(expected);
  });

  it('is cut at its bound without leaving half a character', () => {
    expect(cleanText('ab😀', 3)).toBe('ab\ufffd');
  });
});

describe("the visitor's store", () => {
  const shelf = () => {
    const kept: Record<string, string> = { foreign: 'untouched' };
    const methods = {
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, value: string) => {
        kept[key] = value;
      },
      removeItem: (key: string) => {
        delete kept[key];
      },
    };
    // Like localStorage: its own keys are what is kept, its methods are inherited.
    const storage: Storage = Object.setPrototypeOf(kept, methods);
    return { kept, storage };
  };

  it('keeps under its prefix and sees nothing of others', () => {
    const { kept, storage } = shelf();
    const store = createStore('touchstone:s:', () => storage);
    expect(store.set('visitor', 'v')).toBe(true);
    expect(Object.keys(kept)).toEqual(['foreign', 'touchstone:s:visitor']);
    expect(store.keys()).toEqual(['visitor']);
    store.remove('visitor');
    expect(Object.keys(kept)).toEqual(['foreign']);
  });

  it('lives in memory, and says so, where storage is blocked', () => {
    const store = createStore('touchstone:s:', () => {
      throw new DOMException('blocked', 'SecurityError');
    });
    expect(store.get('visitor')).toBeNull();
    expect(store.set('visitor', 'v')).toBe(false);
    expect(store.get('visitor')).toBe('v');
    expect(store.keys()).toEqual(['visitor']);
    store.remove('visitor');
    expect(store.get('visitor')).toBeNull();
  });

  it('keeps the newest value in memory when storage is full', () => {
    const { storage } = shelf();
    let isFull = false;
    const store = createStore('t:', () => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      return storage;
    });
    store.set('a', 'old');
    isFull = true;
    expect(store.set('a', 'new')).toBe(false);
    isFull = false;
    expect(store.get('a')).toBe('new');
  });
});
