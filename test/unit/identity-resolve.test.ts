import { describe, expect, it } from 'vitest';
import { resolveVerified } from '../../worker/identity/resolveVerified.ts';

describe('a verified identity', () => {
  it('that nobody has makes a contact', () => {
    expect(resolveVerified({ bySub: null, byEmail: null })).toEqual({ create: true });
  });

  it('is whoever has the external id, who gains the email when it is nobody’s', () => {
    expect(resolveVerified({ bySub: 4, byEmail: null })).toEqual({
      contact: 4,
      by: 'external',
      add: ['email'],
      suggest: null,
    });
  });

  it('known by both to one contact changes nothing', () => {
    expect(resolveVerified({ bySub: 4, byEmail: 4 })).toEqual({ contact: 4, by: 'external', add: [], suggest: null });
  });

  it('known by email alone gives that contact the external id', () => {
    expect(resolveVerified({ bySub: null, byEmail: 6 })).toEqual({
      contact: 6,
      by: 'email',
      add: ['external'],
      suggest: null,
    });
  });

  it('that points at two contacts is the external id’s, and merges nothing', () => {
    expect(resolveVerified({ bySub: 4, byEmail: 6 })).toEqual({
      contact: 4,
      by: 'external',
      add: [],
      suggest: [4, 6],
    });
  });
});
