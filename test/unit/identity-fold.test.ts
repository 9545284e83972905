import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compatibleNames } from '../../worker/identity/compatibleNames.ts';
import { foldName } from '../../worker/identity/foldName.ts';
import { foldText } from '../../worker/identity/foldText.ts';

describe('folded text', () => {
  it.each([
    ['Łódź', 'lodz'],
    ['Zażółć gęślą jaźń', 'zazolc gesla jazn'],
    ['Straße', 'strasse'],
    ['İstanbul, ısı', 'istanbul, isi'],
    ['Smørrebrød', 'smorrebrod'],
    ['كيك', 'کیک'],
    ['مصطفى', 'مصطفی'],
    ['مدرسة', 'مدرسه'],
    ['خانۀ ما', 'خانه ما'],
    ['خانهٔ ما', 'خانه ما'],
    ['محمّد', 'محمد'],
    ['ســلام', 'سلام'],
    ['می‌خواهم', 'می خواهم'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['  two \t\n  words ', 'two words'],
    ['ﬁne №1', 'fine no1'],
    ['CAFE\u0301', 'cafe'],
  ])('of %j is %j', (written, folded) => {
    expect(foldText(written)).toBe(folded);
  });

  it('is a fixed point: folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = foldText(text);
        expect(foldText(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not tell case apart', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(foldText(text.toUpperCase())).toBe(foldText(text));
      }),
    );
  });
});

describe('a folded name', () => {
  it.each([
    ['Zofia Nowak', 'NOWAK, Zofia'],
    ['موسوی‌نژاد سارا', 'سارا موسوینژاد'],
    ["Chloe O'Brien", 'o’brien chloe'],
    ['Małgorzata Łoś', 'Los Malgorzata'],
  ])('is the same for %j and %j', (a, b) => {
    expect(foldName(a)).toBe(foldName(b));
  });

  it('tells different people apart', () => {
    expect(foldName('Noah Singh')).not.toBe(foldName('Noah Smith'));
  });
});

describe('names', () => {
  it.each([
    ['M. Wiśniewska', 'Michał Wiśniewska'],
    ['Wiśniewska, M', 'Michał Wiśniewska'],
    ['م. موسوی‌نژاد', 'مریم موسوی‌نژاد'],
    ['J. R. Nakamura', 'Jun Ren Nakamura'],
    ['', 'Anyone At All'],
    ['Zofia Nowak', 'nowak zofia'],
  ])('%j and %j can be one person', (a, b) => {
    expect(compatibleNames(a, b)).toBe(true);
    expect(compatibleNames(b, a)).toBe(true);
  });

  it.each([
    ['M. Wiśniewska', 'Paweł Wiśniewska'],
    ['Ethan MacLeod', 'لیلا یزدانی'],
    ['Marcus Fernandez', 'Grace Fernandez'],
    ['M. N.', 'Michał Nowak'],
    ['M. Nowak', 'Michał Maria Nowak'],
    ['A. A. Nowak', 'Anna Beata Nowak'],
  ])('%j and %j cannot', (a, b) => {
    expect(compatibleNames(a, b)).toBe(false);
    expect(compatibleNames(b, a)).toBe(false);
  });
});
