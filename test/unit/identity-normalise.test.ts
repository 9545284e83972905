import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskIdentifier } from '../../worker/identity/maskIdentifier.ts';
import { normaliseEmail } from '../../worker/identity/normaliseEmail.ts';
import { normaliseIdentifier } from '../../worker/identity/normaliseIdentifier.ts';
import { normalisePhone } from '../../worker/identity/normalisePhone.ts';

describe('an email', () => {
  it.each([
    ['  AGNIESZKA.NOWAK@MEBLEX.EXAMPLE ', 'agnieszka.nowak@meblex.example'],
    ['a.b+tag@shop.example', 'a.b+tag@shop.example'],
    ['ola@Żółw.example', 'ola@xn--w-uga1v8h.example'],
    ['zażółć@shop.example', 'zażółć@shop.example'],
    ["o'brien@mail.shop.example", "o'brien@mail.shop.example"],
  ])('%j is compared as %j', (written, norm) => {
    expect(normaliseEmail(written)).toBe(norm);
  });

  it.each([
    'not-an-email',
    '',
    '@shop.example',
    'a@',
    'a@b@shop.example',
    'a@localhost',
    'a@127.0.0.1',
    'a@shop..example',
    'a@-shop.example',
    'a b@shop.example',
    'a@shop.example/path',
    'a@shop.example:80',
    'a..b@shop.example',
    '.a@shop.example',
    'a@[::1]',
    'Ada <a@shop.example>',
    `${'a'.repeat(250)}@shop.example`,
  ])('%j is none', (written) => {
    expect(normaliseEmail(written)).toBeNull();
  });

  it('is compared as it is already normalised', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (written) => {
        const norm = normaliseEmail(written);
        if (norm !== null) expect(normaliseEmail(norm)).toBe(norm);
      }),
    );
  });
});

describe('a phone number', () => {
  it.each([
    ['۰۹۱۲۴۵۸۰۸۴۴', 'IR', '+989124580844'],
    ['٠٩١٢٤٥٨٠٨٤٤', 'IR', '+989124580844'],
    ['09128779352', 'IR', '+989128779352'],
    ['+48-512-450-855', 'IR', '+48512450855'],
    ['+48 785 470 608', 'PL', '+48785470608'],
    ['+44 20 7946 0768', 'IR', '+442079460768'],
    ['(020) 7946 0768', 'GB', '+442079460768'],
    ['785 470 608', 'PL', '+48785470608'],
    ['＋48 785 470 608', 'IR', '+48785470608'],
  ])('%j in %s is %s', (written, country, e164) => {
    expect(normalisePhone(written, country)).toBe(e164);
  });

  it.each([
    ['', 'IR'],
    ['123', 'IR'],
    ['call me on 09128779352', 'IR'],
    ['09128779352', 'XX'],
    ['1'.repeat(60), 'IR'],
  ])('%j in %s is none', (written, country) => {
    expect(normalisePhone(written, country)).toBeNull();
  });
});

describe('an identifier', () => {
  it('keeps the case of external ids, which may differ in nothing else', () => {
    expect(normaliseIdentifier('external', ' 003Qy00000510140IAA ', 'IR')).toBe('003Qy00000510140IAA');
  });

  it('is none when empty or too long', () => {
    expect(normaliseIdentifier('external', '  ', 'IR')).toBeNull();
    expect(normaliseIdentifier('external', 'x'.repeat(129), 'IR')).toBeNull();
    expect(normaliseIdentifier('visitor', 'x'.repeat(65), 'IR')).toBeNull();
  });

  it('goes by its kind', () => {
    expect(normaliseIdentifier('email', 'A@Shop.Example', 'IR')).toBe('a@shop.example');
    expect(normaliseIdentifier('phone', '09128779352', 'IR')).toBe('+989128779352');
    expect(normaliseIdentifier('visitor', 'v-12345678', 'IR')).toBe('v-12345678');
  });
});

describe('a masked identifier', () => {
  it.each([
    ['email', 'sara.mousavinejad0@ikon.example', 's•••@ikon.example'],
    ['phone', '+989124580844', '+98 •••44'],
    ['phone', '+48512450855', '+48 •••55'],
    ['phone', '۰۹۱۲', '•••'],
    ['external', '410000', '•••00'],
    ['external', '12', '•••'],
    ['visitor', 'vAbCdEfGh', '•••Gh'],
    ['email', 'not-an-email', '•••'],
  ] as const)('%s %s is %s', (kind, value, masked) => {
    expect(maskIdentifier(kind, value)).toBe(masked);
  });

  it('never shows how long the hidden part is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,30}$/), fc.stringMatching(/^[a-z]{1,30}$/), (a, b) => {
        expect(maskIdentifier('email', `x${a}@shop.example`)).toBe(maskIdentifier('email', `x${b}@shop.example`));
        expect(maskIdentifier('external', `${a}${'z'.repeat(5)}`)).toBe(
          maskIdentifier('external', `${b}${'z'.repeat(5)}`),
        );
      }),
    );
  });
});
