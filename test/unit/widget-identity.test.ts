import { describe, expect, it } from 'vitest';
import { createIdentification, identityFrom } from '../../widget/whom/identity.ts';
import { payloadOf } from '../../widget/whom/payloadOf.ts';

const tokenOf = (payload: object) => `head.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.signature`;

describe('what a page passes to identify', () => {
  it.each([
    ['token', { token: 'token' }],
    ['', undefined],
    ['x'.repeat(4_097), undefined],
    [
      { email: 'a@b.example', name: 'A', role: 'admin' },
      { email: 'a@b.example', name: 'A' },
    ],
    [{ externalId: 'c-1', phone: 4871 }, { externalId: 'c-1' }],
    [{ name: 'tab\u000bbed' }, { name: 'tab bed' }],
    [{ email: 'x'.repeat(255) }, undefined],
    [{}, undefined],
    [null, undefined],
    [42, undefined],
    [['a@b.example'], undefined],
  ])('%j is %j', (given, expected) => {
    expect(identityFrom(given)).toEqual(expected);
  });
});

describe('the payload of a token', () => {
  it('is read without its signature', () => {
    expect(payloadOf(tokenOf({ sub: 'c-1001', name: 'سارا >>> ??' })).sub).toBe('c-1001');
  });

  it.each(['', 'x', 'a.b.c', 'a.%%%.c', 'a.bnVsbA.c'])('of %j is empty', (token) => {
    expect(payloadOf(token)).toEqual({});
  });
});

describe('an identity provider', () => {
  it('is asked once, however often the identity is needed', async () => {
    let asked = 0;
    const identification = createIdentification(() => 1_000_000);
    identification.set(async () => {
      asked++;
      return 'token';
    });
    expect(asked).toBe(0);
    expect(await Promise.all([identification.get(), identification.get()])).toEqual([
      { token: 'token' },
      { token: 'token' },
    ]);
    expect(asked).toBe(1);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('signed out'))],
    ['gives nothing', () => undefined],
  ])('that %s leaves the visitor anonymous', async (_, provider) => {
    const identification = createIdentification(() => 1_000_000);
    identification.set(provider);
    expect(await identification.get()).toBeUndefined();
  });

  it('renews a token of the same person, and the new one is used from then on', async () => {
    const fresh = tokenOf({ sub: 'c-1', iat: 2 });
    const identification = createIdentification(() => 1_000_000);
    identification.set(() => fresh);
    expect(await identification.refresh(tokenOf({ sub: 'c-1', iat: 1 }))).toBe(fresh);
    expect(await identification.get()).toEqual({ token: fresh });
  });

  it('is asked again when its token has run out', async () => {
    const tokens = [tokenOf({ sub: 'c-1', exp: 999 }), tokenOf({ sub: 'c-1', exp: 1_600 })];
    const identification = createIdentification(() => 1_000_000);
    identification.set(() => tokens.shift());
    const renewed = { token: tokenOf({ sub: 'c-1', exp: 1_600 }) };
    expect(await identification.get()).toEqual(renewed);
    expect(await identification.get()).toEqual(renewed);
    expect(tokens).toHaveLength(0);
  });

  it("never signs one person's answer as another", async () => {
    const identification = createIdentification(() => 1_000_000);
    identification.set(() => tokenOf({ sub: 'c-2' }));
    expect(await identification.refresh(tokenOf({ sub: 'c-1' }))).toBeUndefined();
  });

  it('is not there when the page gave a plain token', async () => {
    const identification = createIdentification(() => 1_000_000);
    identification.set(tokenOf({ sub: 'c-1' }));
    expect(await identification.refresh(tokenOf({ sub: 'c-1' }))).toBeUndefined();
  });

  it('is forgotten after a reset', async () => {
    const identification = createIdentification(() => 1_000_000);
    identification.set('token');
    await identification.get();
    identification.set(undefined);
    expect(await identification.get()).toBeUndefined();
  });
});
