import { describe, expect, it } from 'vitest';
import { isSafe } from '../../worker/outbound/isSafe.ts';
import { checkPage, type PageSeen, type SiteSeen } from '../../worker/page-check/checkPage.ts';
import { admits, parsePolicies } from '../../worker/page-check/policy.ts';

const PAGE = new URL('https://shop.example/cart');
const HOST = new URL('https://touchstone.example');

function found(policy: string, page: Partial<PageSeen> = {}, site: Partial<SiteSeen> = {}) {
  const findings = checkPage(
    {
      url: PAGE,
      policies: parsePolicies(policy),
      scripts: [{ src: 'https://touchstone.example/w/site_abc.js', nonce: false }],
      placed: [],
      ...page,
    },
    { key: 'site_abc', isListed: true, refusedAt: null, host: HOST, due: ['help'], live: ['help', 'placed'], ...site },
  );
  return findings.map(({ code }) => code);
}

describe('a source of a content policy', () => {
  it.each([
    ["'self'", 'https://shop.example/x.js', true],
    ["'self'", 'https://touchstone.example/x.js', false],
    ['*', 'https://touchstone.example/x.js', true],
    ['https:', 'https://touchstone.example/x.js', true],
    ['http:', 'https://touchstone.example/x.js', true],
    ['data:', 'https://touchstone.example/x.js', false],
    ['touchstone.example', 'https://touchstone.example/x.js', true],
    ['https://touchstone.example', 'https://touchstone.example/x.js', true],
    ['https://touchstone.example:8443', 'https://touchstone.example/x.js', false],
    ['https://touchstone.example:*', 'https://touchstone.example:8443/x.js', true],
    ['*.example', 'https://touchstone.example/x.js', true],
    ['*.touchstone.example', 'https://touchstone.example/x.js', false],
    ['https://touchstone.example/w/', 'https://touchstone.example/w/a.js', true],
    ['https://touchstone.example/w/', 'https://touchstone.example/v1/', false],
    ['https://touchstone.example/w/a.js', 'https://touchstone.example/w/b.js', false],
    ["'none'", 'https://shop.example/x.js', false],
    ["'nonce-abc'", 'https://shop.example/x.js', false],
  ])('%s and %s: %s', (source, address, isLet) => {
    expect(admits([source], new URL(address), PAGE)).toBe(isLet);
  });
});

describe('a page that is checked', () => {
  it('is clear where nothing is in the way', () => {
    expect(found('')).toEqual([]);
    expect(
      found("default-src 'none'; script-src https://touchstone.example; connect-src https://touchstone.example"),
    ).toEqual([]);
  });

  it('hears of every policy of several that refuses', () => {
    expect(found("default-src 'self'")).toEqual(['csp-script', 'csp-connect']);
    expect(found("script-src *; connect-src *, connect-src 'self'")).toEqual(['csp-connect']);
  });

  it('knows that strict-dynamic takes no host, but a nonce', () => {
    const policy = "script-src 'nonce-abc' 'strict-dynamic' https:";
    expect(found(policy)).toEqual(['csp-script']);
    expect(found(policy, { scripts: [{ src: 'https://touchstone.example/w/site_abc.js', nonce: true }] })).toEqual([]);
  });

  it('hears of trusted types only where they are enforced and listed', () => {
    expect(found("require-trusted-types-for 'script'; trusted-types default")).toEqual(['csp-trusted-types']);
    expect(found("require-trusted-types-for 'script'; trusted-types default lit-html")).toEqual([]);
    expect(found("require-trusted-types-for 'script'")).toEqual([]);
    expect(found('trusted-types default')).toEqual([]);
  });

  it('hears of a sandbox, of a foreign origin and of mixed content', () => {
    expect(found('sandbox allow-scripts')).toEqual(['csp-sandbox']);
    expect(found('', {}, { isListed: false })).toEqual(['origin']);
    expect(found('', {}, { host: new URL('http://touchstone.example') })).toContain('mixed-content');
  });

  it('hears of a tag that is missing, of another site or there twice', () => {
    const tag = (key: string) => ({ src: `https://touchstone.example/w/${key}.js`, nonce: false });
    expect(found('', { scripts: [] })).toEqual(['tag-missing']);
    expect(found('', { scripts: [tag('site_other')] })).toEqual(['tag-other']);
    expect(found('', { scripts: [tag('site_abc'), tag('site_abc')] })).toEqual(['tag-twice']);
    // A page that could not be read says nothing of its tag.
    expect(found('', { scripts: null })).toEqual([]);
  });

  it('hears that nothing is due, unless something live is placed in it', () => {
    expect(found('', {}, { due: [] })).toEqual(['nothing-due']);
    expect(found('', { placed: ['placed'] }, { due: [] })).toEqual([]);
    expect(found('', { placed: ['gone'] }, { due: [] })).toEqual(['nothing-due']);
  });
});

describe('an address somebody gives us to call', () => {
  const own = ['touchstone.example'];
  it.each([
    'http://shop.example/',
    'https://shop.example:8443/',
    'https://user:secret@shop.example/',
    'https://127.0.0.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://localhost/',
    'https://printer/',
    'https://db.internal/',
    'https://printer.local./',
    'https://touchstone.example/api/contacts',
    'https://touchstone.example./',
    'file:///etc/passwd',
    'ftp://shop.example/',
  ])('%s is refused', (address) => {
    expect(isSafe(new URL(address), own)).toBe(false);
  });

  it('is taken when it is public and https, or allowed to the letter', () => {
    expect(isSafe(new URL('https://shop.example/cart'), own)).toBe(true);
    expect(isSafe(new URL('http://127.0.0.1:4000/'), own, ['127.0.0.1:4000'])).toBe(true);
    expect(isSafe(new URL('http://127.0.0.1:4001/'), own, ['127.0.0.1:4000'])).toBe(false);
  });
});
