import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { SURVEY, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let browser: Browser;
let server: Server;
let origin = '';
let page: Page;
/** What the page's own server was asked for, and what the product was asked for by the page. */
const paths: string[] = [];

beforeAll(async () => {
  product = await startTestProduct();
  workspace = await product.makeWorkspace({
    surveys: [SURVEY, { ...SURVEY, id: 'at-once', triggers: {} }],
    origins: ['http://localhost:*'],
  });
  server = createServer((request, answer) => void serve(request, answer));
  await new Promise<void>((listening) => server.listen(0, listening));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await product.stop();
});
afterEach(() => page.context().close());

/** Pages by path: what their tag is. */
const tags: Record<string, () => string> = {
  '/own': () => `<script async src="/fb/tag.js"></script>`,
  '/prefixed': () => `<script async src="/pre/w/${workspace.siteKey}.js"></script>`,
  '/frame': () => `<iframe sandbox="allow-scripts" src="/plain" title="f"></iframe>`,
  '/plain': () => `<script async src="${product.origin}/w/${workspace.siteKey}.js"></script>`,
};

/** As the README's recipe for nginx maps them. */
const ROUTES: [RegExp, () => string][] = [
  [/^\/fb\/tag\.js/, () => `/w/${workspace.siteKey}.js`],
  [/^\/fb\/t\.json/, () => `/w/${workspace.siteKey}.json`],
  [/^\/fb\/a\//, () => '/w/assets/'],
  [/^\/fb\/t\//, () => `/w/${workspace.siteKey}/`],
  [/^\/fb\/api\//, () => `/v1/sites/${workspace.siteKey}/`],
  [/^\/pre\//, () => '/'],
];

async function serve(request: IncomingMessage, answer: ServerResponse): Promise<void> {
  const url = request.url ?? '/';
  paths.push(url);
  const route = ROUTES.find(([pattern]) => pattern.test(url));
  if (route) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { origin: from, 'content-type': type, referer } = request.headers;
    const reply = await fetch(product.origin + url.replace(route[0], route[1]()), {
      method: request.method ?? 'GET',
      headers: Object.entries({ origin: from, 'content-type': type, referer }).filter(
        (header): header is [string, string] => header[1] !== undefined,
      ),
      ...(chunks.length && { body: Buffer.concat(chunks) }),
    });
    answer.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? 'text/plain' });
    answer.end(Buffer.from(await reply.arrayBuffer()));
    return;
  }
  const { pathname, searchParams } = new URL(url, origin);
  const tag = tags[pathname]?.() ?? searchParams.get('tag') ?? '';
  // Nothing but this host, where the page says so, and no inline script anywhere.
  const hosts = pathname === '/own' || pathname === '/prefixed' ? "'self'" : `'self' ${product.origin}`;
  answer.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; script-src ${hosts}; connect-src ${hosts}; style-src 'self'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html`,
  });
  answer.end(
    `<!doctype html><html lang="en"><title>A shop</title><body><main><h1>A shop</h1></main>${tag}</body></html>`,
  );
}

interface Seen {
  /** Posts to the product or its proxy, with their answers. */
  posts: string[];
  /** Other origins that were asked for anything. */
  foreign: string[];
  troubles: string[];
}

async function open(path: string): Promise<Seen> {
  page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  const seen: Seen = { posts: [], foreign: [], troubles: [] };
  page.on('response', (response) => {
    const request = response.request();
    if (request.method() === 'POST') seen.posts.push(`${new URL(request.url()).pathname} ${response.status()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) seen.foreign.push(request.url());
  });
  page.on('pageerror', (error) => seen.troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon/.test(message.location().url)) seen.troubles.push(message.text());
  });
  paths.length = 0;
  await page.goto(origin + path);
  return seen;
}

async function rate(): Promise<void> {
  await page.getByRole('radio', { name: 'good', exact: true }).click();
  await page.locator('.note').getByText('Your rating is kept: good').waitFor();
}

describe('served from the site’s own host', () => {
  it('under neutral names, everything comes from there and nothing from elsewhere', async () => {
    const seen = await open('/own');
    await rate();
    expect(seen.foreign).toEqual([]);
    expect(seen.posts).toContain('/fb/api/responses 200');
    expect(paths.filter((path) => /\/w\/|\/v1\/|touchstone|site_/.test(path))).toEqual([]);
    expect(seen.troubles).toEqual([]);
  });

  it('behind a prefix, it works as it is', async () => {
    const seen = await open('/prefixed');
    await rate();
    expect(seen.foreign).toEqual([]);
    expect(seen.posts).toContain(`/pre/v1/sites/${workspace.siteKey}/responses 200`);
  });
});

describe('the loader that never changes under one name', () => {
  const sri = async () =>
    (await (await fetch(`${product.origin}/w/sri.json`)).json()) as { file: string; integrity: string };
  const tagOf = (file: string, integrity: string) =>
    encodeURIComponent(
      `<script async src="${product.origin}/w/assets/${file}" data-site="${workspace.siteKey}" integrity="${integrity}" crossorigin></script>`,
    );

  it('runs under a strict policy with its integrity checked', async () => {
    const { file, integrity } = await sri();
    const seen = await open(`/?tag=${tagOf(file, integrity)}`);
    await rate();
    expect(seen.posts).toContain(`/v1/sites/${workspace.siteKey}/responses 200`);
    expect(seen.troubles).toEqual([]);
  });

  it('does not run when it is not what was promised', async () => {
    const { file, integrity } = await sri();
    await open(
      `/?tag=${tagOf(
        file,
        integrity.replace(/-(.)/, (_, first) => `-${first === 'A' ? 'B' : 'A'}`),
      )}`,
    );
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('is served to keep for good, and its rules for a minute', async () => {
    const { file } = await sri();
    const loader = await fetch(`${product.origin}/w/assets/${file}`);
    expect(loader.headers.get('cache-control')).toContain('immutable');
    expect(loader.headers.get('access-control-allow-origin')).toBe('*');
    const rules = await fetch(`${product.origin}/w/${workspace.siteKey}.json`);
    expect(rules.headers.get('cache-control')).toContain('max-age=60');
    expect(await rules.json()).toMatchObject({
      rules: { site: workspace.siteKey },
      assets: { build: expect.any(String) },
    });
    expect((await fetch(`${product.origin}/w/nobody.json`)).status).toBe(404);
  });
});

describe('a page that', () => {
  it('was opened before a deploy finds the files by their new names', async () => {
    const context = await browser.newContext({ locale: 'en-GB' });
    page = await context.newPage();
    await page.route(`**/w/${workspace.siteKey}.js`, async (route) => {
      const answer = await route.fetch();
      const text = await answer.text();
      const older = text
        .replace(/survey\.[\w-]+\.js/, 'survey.00000000.js')
        .replace(/build:`[\w-]+`/, 'build:`00000000`');
      expect(older).not.toBe(text);
      await route.fulfill({ response: answer, body: older });
    });
    await page.goto(`${origin}/plain`);
    await rate();
  });

  it('has no origin of its own is left alone: nobody would take its answers', async () => {
    const seen = await open('/frame');
    await page.frameLocator('iframe').getByRole('heading').waitFor();
    await page.waitForLoadState('networkidle');
    expect(seen.foreign.map((url) => new URL(url).pathname)).toEqual([`/w/${workspace.siteKey}.js`]);
    expect(seen.troubles).toEqual([]);
  });

  it('carries the tags of two hosts is asked once', async () => {
    const other = product.origin.replace('localhost', '127.0.0.1').replace('//127.0.0.1', '//localhost');
    const tag = (src: string) => `<script async src="${src}/w/${workspace.siteKey}.js"></script>`;
    const seen = await open(`/?tag=${encodeURIComponent(tag(other) + tag(`${origin}/pre`))}`);
    await page.getByRole('dialog').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('dialog').count()).toBe(1);
    expect(seen.posts.filter((post) => post.includes('/displays'))).toHaveLength(1);
  });
});
