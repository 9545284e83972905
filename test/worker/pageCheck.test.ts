import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageCheck } from '../../contract/pageCheck.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';

/** A site of our own: the page under its path, with the policy that its path names. */
const PAGES: Record<string, { policy?: string; body: (key: string) => string; type?: string; status?: number }> = {
  '/good': { body: (key) => `<!doctype html><script async src="/w/${key}.js"></script>` },
  '/strict': { policy: "default-src 'self'", body: (key) => `<script src="/w/${key}.js"></script>` },
  '/meta': {
    body: (key) =>
      `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'"><script src="/w/${key}.js"></script>`,
  },
  '/bare': { body: () => '<p>Nothing here' },
  '/data': { body: () => '{}', type: 'application/json' },
};

let server: Server;
let pages: string;
let product: TestProduct;
let shop: TestWorkspace;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/moved') {
      response.writeHead(302, { location: 'http://127.0.0.1:1/inside' }).end();
      return;
    }
    const page = PAGES[request.url ?? ''];
    response.writeHead(page ? 200 : 404, {
      'content-type': page?.type ?? 'text/html; charset=utf-8',
      ...(page?.policy ? { 'content-security-policy': page.policy } : {}),
    });
    response.end(page?.body(shop.siteKey) ?? '');
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  pages = `http://127.0.0.1:${port}`;
  product = await startTestProduct(null, { OUTBOUND_ALLOW: `127.0.0.1:${port}` });
  shop = await product.makeWorkspace({ origins: [pages] });
});

afterAll(async () => {
  await product.stop();
  server.close();
});

async function check(url: string, policy?: string): Promise<string[]> {
  const answer = await shop.api(`/sites/${shop.siteKey}/check`, {
    method: 'POST',
    body: JSON.stringify({ url, ...(policy ? { policy } : {}) }),
  });
  expect(answer.status).toBe(200);
  const { findings } = (await answer.json()) as PageCheck;
  return findings.map(({ code }) => code).filter((code) => code !== 'nothing-due');
}

describe('a check of a page', () => {
  it('reads its policy from header and markup, and its tag', async () => {
    expect(await check(`${pages}/good`)).toEqual([]);
    expect(await check(`${pages}/strict`)).toEqual(['csp-script', 'csp-connect']);
    expect(await check(`${pages}/meta`)).toEqual(['csp-connect']);
    expect(await check(`${pages}/bare`)).toEqual(['tag-missing']);
  });

  it('says what is no page, and what could not be read', async () => {
    expect(await check(`${pages}/data`)).toEqual(['not-a-page']);
    expect(await check(`${pages}/gone`)).toEqual(['not-a-page']);
    expect(await check('https://shop.invalid/')).toEqual(['unreachable', 'origin', 'mixed-content']);
  });

  it('judges a pasted policy where the page cannot be read', async () => {
    expect(await check('http://127.0.0.1:9/', "script-src 'self'")).toContain('csp-script');
  });

  it('follows no address into a private network, named or redirected to', async () => {
    expect(await check('http://127.0.0.1:1/')).toContain('unreachable');
    expect(await check(`${pages}/moved`)).toContain('unreachable');
    expect(await check(`${product.origin}/api/session`)).toContain('unreachable');
  });

  it('is refused for another workspace’s site', async () => {
    const other = await product.makeWorkspace();
    const answer = await other.api(`/sites/${shop.siteKey}/check`, {
      method: 'POST',
      body: JSON.stringify({ url: `${pages}/good` }),
    });
    expect(answer.status).toBe(404);
  });
});
