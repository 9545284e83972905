import { describe, expect, it } from 'vitest';
import { maskAttributes } from '../../worker/identity/maskAttributes.ts';
import { maskText } from '../../worker/identity/maskText.ts';

describe('what viewers see of a text', () => {
  it.each([
    ['Call sara.rezaei@ikon.example about it', 'Call s•••@ikon.example about it'],
    ['tel: +1 202-711-2233!', 'tel: +1 •••33!'],
    ['Call … at 202-711-2233', 'Call … at •••33'],
    ['12025557112', '•••12'],
    ['۰۹۱۲۴۵۸۰۸۴۴ را بگیرید', '•••44 را بگیرید'],
    ['(021) 8877 6655', '•••55'],
  ])('hides the address or number in %j', (text, shown) => {
    expect(maskText(text)).toBe(shown);
  });

  it.each(['2026-11-23 10:30', '2027/01/22', '43587', 'order A-17', '1,980', '۱۴۰۵', 'Łódź 90-001', 'v1.2.3', ''])(
    'leaves %j as it is',
    (text) => {
      expect(maskText(text)).toBe(text);
    },
  );

  it('hides them in attributes of any type, and in their names', () => {
    expect(
      maskAttributes({ mobile: 12_025_557_112_233, plan: 'pro', value: 43_587, vip: true, 'a.b@c.example': 'x' }),
    ).toEqual({ mobile: '•••33', plan: 'pro', value: 43_587, vip: true, 'a•••@c.example': 'x' });
  });
});
