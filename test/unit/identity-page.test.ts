import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanUrl } from '../../worker/collect/cleanUrl.ts';
import { describeDevice } from '../../worker/collect/describeDevice.ts';
import { originAllowed } from '../../worker/collect/originAllowed.ts';

describe('a page address', () => {
  it.each([
    ['https://shop.example/a?token=1&utm_source=mail#part', [], 'https://shop.example/a?utm_source=mail'],
    ['https://shop.example/a?plan=pro&x=1', ['plan'], 'https://shop.example/a?plan=pro'],
    ['https://ada:secret@shop.example/a', [], 'https://shop.example/a'],
    ['https://shop.example/a?utm_id=7&UTM_Term=t', [], 'https://shop.example/a?utm_id=7&UTM_Term=t'],
    ['https://shop.example/a?utm_=7&utm=1', [], 'https://shop.example/a'],
    ['http://localhost:8787/demo/?a=1', [], 'http://localhost:8787/demo/'],
    ['/relative?x=1', [], ''],
    ['javascript:alert(1)', [], ''],
    ['not a url', [], ''],
    ['', [], ''],
  ])('%j keeping %j is stored as %j', (url, keep, clean) => {
    expect(cleanUrl(url, keep)).toBe(clean);
  });

  it('never keeps a fragment, credentials or a parameter that nobody chose', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const clean = new URL(cleanUrl(url.replace('://', '://user:word@'), []));
        expect([clean.username, clean.password, clean.hash]).toEqual(['', '', '']);
        expect([...clean.searchParams.keys()].every((name) => /^utm_/i.test(name))).toBe(true);
        expect(clean.pathname).toBe(new URL(url).pathname);
      }),
    );
  });
});

describe('an origin', () => {
  it.each([
    ['https://shop.example', 'https://shop.example'],
    ['https://shop.example:443', 'https://shop.example'],
    ['https://a.shop.example', 'https://*.shop.example'],
    ['https://a.b.shop.example', 'https://*.shop.example'],
    ['http://localhost:5173', 'http://localhost:*'],
    ['http://localhost', 'http://localhost:*'],
    ['https://shop.example:8443', 'https://shop.example:8443'],
    ['https://a.shop.example:1234', 'https://*.shop.example:*'],
  ])('%s fits %s', (origin, pattern) => {
    expect(originAllowed(origin, ['https://other.example', pattern])).toBe(true);
  });

  it.each([
    [null, 'https://shop.example'],
    ['null', 'https://shop.example'],
    ['', 'https://shop.example'],
    ['http://shop.example', 'https://shop.example'],
    ['https://shop.example:8443', 'https://shop.example'],
    ['https://shop.example', 'https://*.shop.example'],
    ['https://evilshop.example', 'https://*.shop.example'],
    ['https://.shop.example', 'https://*.shop.example'],
    ['https://shop.example.evil.example', 'https://shop.example'],
    ['https://shop.example@evil.example', 'https://shop.example'],
    ['https://shop.example/path', 'https://shop.example'],
    ['https://*.shop.example', 'https://*.shop.example'],
    ['https://localhost:5173', 'http://localhost:*'],
    ['ftp://shop.example', 'ftp://shop.example'],
    ['https://shopxexample', 'https://shop.example'],
    ['https://evil.example?.shop.example', 'https://*.shop.example'],
    ['https://evil.example#.shop.example', 'https://*.shop.example'],
    ['https://a.shop.example:99999', 'https://*.shop.example:*'],
  ])('%s does not fit %s', (origin, pattern) => {
    expect(originAllowed(origin, [pattern])).toBe(false);
  });

  it('fits nothing where there are no patterns', () => {
    expect(originAllowed('https://shop.example', [])).toBe(false);
  });
});

describe('a user agent', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      { type: 'desktop', browser: 'Chrome', os: 'Windows' },
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      { type: 'desktop', browser: 'Edge', os: 'Windows' },
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      { type: 'desktop', browser: 'Firefox', os: 'Linux' },
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
      { type: 'desktop', browser: 'Safari', os: 'macOS' },
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      { type: 'phone', browser: 'Safari', os: 'iOS' },
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1',
      { type: 'phone', browser: 'Chrome', os: 'iOS' },
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36',
      { type: 'phone', browser: 'Samsung Internet', os: 'Android' },
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; Pixel Tablet) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
      { type: 'tablet', browser: 'Chrome', os: 'Android' },
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 OPR/124.0',
      { type: 'desktop', browser: 'Opera', os: 'Windows' },
    ],
    ['curl/8.5.0', { type: 'unknown', browser: null, os: null }],
    ['', { type: 'unknown', browser: null, os: null }],
  ])('%s is told in a few words', (userAgent, device) => {
    expect(describeDevice(userAgent)).toEqual(device);
  });

  it('yields to what the page declares, if that is a kind of device', () => {
    const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15';
    expect(describeDevice(mac, 'tablet').type).toBe('tablet');
    expect(describeDevice(mac, 'toaster').type).toBe('desktop');
    expect(describeDevice(mac, 'unknown').type).toBe('desktop');
  });
});
