import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { DisplayBody, IdentifyBody, ResponseBody } from '../../contract/collect.ts';
import { launchChromium } from '../support/browser.ts';
import { SURVEY, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';

/** A post as the server received and answered it. */
export interface Post {
  route: string;
  status: number;
  contentType: string;
  body: ResponseBody & DisplayBody & IdentifyBody;
}

/** A visitor's browser, with every post it makes to the product. */
export interface Visitor {
  context: BrowserContext;
  posts: Post[];
  /** Paths asked of the product, in order. */
  requests: string[];
  /** Uncaught errors and violated policies of any page. */
  troubles: string[];
  responses(): Post[];
  /** Of the displays sent, answered or not: a page that is left does not wait for an answer. */
  outcomes: string[];
  open(path?: string): Promise<Page>;
  /** Lets no response through until what this gives is called; with a status, the server is said to answer that. */
  hold(): Promise<(status?: number) => void>;
}

/** A customer's site on an origin of its own, under a strict policy, beside the running product. */
export interface Host {
  product: TestProduct;
  workspace: TestWorkspace;
  origin: string;
  /** What `/token` answers, one after another; the last for good. */
  tokens: string[];
  tokensAsked: number;
  visit(options?: BrowserContextOptions): Promise<Visitor>;
  close(): Promise<void>;
}

const SURVEYS: (typeof SURVEY)[] = [
  SURVEY,
  { ...SURVEY, id: 'after-delivery', touchpoint: 'delivery', triggers: { placed: true } },
  { ...SURVEY, id: 'help-page', touchpoint: 'delivery', triggers: { url: ['/help*'], delay: 1 } },
];

/** The page's own script: the stub of one line, then the calls its address asks for, before the widget has arrived. */
const PAGE_SCRIPT = `
window.touchstone = window.touchstone || function () { (touchstone.q = touchstone.q || []).push(arguments); };
window.troubles = [];
addEventListener('securitypolicyviolation', (event) => troubles.push(event.violatedDirective + ' ' + event.blockedURI));
addEventListener('error', (event) => troubles.push(String(event.message)));
addEventListener('unhandledrejection', (event) => troubles.push(String(event.reason)));
const asked = new URLSearchParams(location.search);
for (const one of asked.getAll('call')) touchstone(...JSON.parse(one));
if (asked.has('track-first')) touchstone('track', asked.get('track-first'));
if (asked.has('show-first')) touchstone('show', asked.get('show-first'));
if (asked.has('silent-provider')) touchstone('identify', () => new Promise(() => {}));
if (asked.has('token')) touchstone('identify', () => fetch('/token').then((answer) => answer.text()));
`;

/** Styles that would reach into a survey that is not shut off from them. */
const PAGE_STYLE = `html { font-size: 62.5%; } * { font-style: italic; letter-spacing: 4px; } button { background: lime; text-transform: uppercase; } body { margin: 20px; color: red; font: 30px serif; direction: inherit; }`;

function pageOf(url: URL, script: string, more: string): string {
  const lang = url.searchParams.get('lang') ?? 'en';
  const placed = url.searchParams.has('placed')
    ? '<touchstone-survey survey="after-delivery" touchpoint="delivery"></touchstone-survey>'
    : '';
  const tag = `<script async src="${script}"></script>`;
  return `<!doctype html><html lang="${lang}" dir="${lang === 'fa' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A shop</title><link rel="stylesheet" href="/page.css"><script src="/page.js"></script></head><body><main><h1>A shop</h1><button id="before">Before</button><p id="slot">${placed}</p>${more}</main>${url.searchParams.has('no-tag') ? '' : tag}${url.searchParams.has('twice') ? tag : ''}</body></html>`;
}

/**
 * Starts the product, a workspace with surveys, three unless others are given, a host site and a browser.
 *
 * @param more - what the host's pages have besides, as HTML
 */
export async function startHost(surveys: typeof SURVEYS = SURVEYS, more = ''): Promise<Host> {
  const product = await startTestProduct();
  const workspace = await product.makeWorkspace({ surveys, origins: ['http://localhost:*'] });
  const script = `${product.origin}/w/${workspace.siteKey}.js`;
  const policy = `default-src 'none'; script-src 'self' ${product.origin}; connect-src 'self' ${product.origin}; style-src 'self'; base-uri 'none'`;

  const server: Server = createServer((request, answer) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, text: string) => {
      answer.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy });
      answer.end(text);
    };
    if (url.pathname === '/page.js') return send('text/javascript', PAGE_SCRIPT);
    if (url.pathname === '/page.css') return send('text/css', PAGE_STYLE);
    if (url.pathname === '/favicon.ico') return send('image/x-icon', '');
    if (url.pathname === '/token') {
      host.tokensAsked++;
      return send('text/plain', (host.tokens.length > 1 ? host.tokens.shift() : host.tokens[0]) ?? '');
    }
    return send('text/html', pageOf(url, script, more));
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  const browser: Browser = await launchChromium();

  const host: Host = {
    product,
    workspace,
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    tokens: [],
    tokensAsked: 0,
    async visit(options = {}) {
      const context = await browser.newContext({ locale: 'en-GB', ...options });
      const visitor: Visitor = {
        context,
        posts: [],
        requests: [],
        troubles: [],
        responses: () => visitor.posts.filter(({ route }) => route === 'responses'),
        outcomes: [],
        async open(path = '/') {
          const page = await context.newPage();
          page.on('pageerror', (error) => visitor.troubles.push(error.message));
          await page.goto(host.origin + path);
          return page;
        },
        async hold() {
          let release = (_?: number) => {};
          const held = new Promise<number | undefined>((done) => {
            release = done;
          });
          await context.route('**/responses', async (route) => {
            const status = await held;
            if (!status) return route.continue();
            return route.fulfill({ status, headers: { 'access-control-allow-origin': '*' }, body: '{}' });
          });
          return release;
        },
      };
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (url.origin !== product.origin) return;
        visitor.requests.push(url.pathname);
        if (url.pathname.endsWith('/displays')) visitor.outcomes.push(JSON.parse(request.postData() ?? '{}').outcome);
      });
      context.on('response', (response) => {
        const request = response.request();
        const url = new URL(request.url());
        if (url.origin !== product.origin || request.method() !== 'POST') return;
        visitor.posts.push({
          route: url.pathname.split('/').at(-1) ?? '',
          status: response.status(),
          contentType: request.headers()['content-type'] ?? '',
          body: JSON.parse(request.postData() ?? '{}'),
        });
      });
      return visitor;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await product.stop();
    },
  };
  return host;
}

/** Calls the widget as the page would. */
export async function call(page: Page, ...args: unknown[]): Promise<void> {
  await page.evaluate((given) => {
    const { touchstone } = window as unknown as { touchstone(...given: unknown[]): void };
    touchstone(...given);
  }, args);
}

/** What the visitor's device keeps of the widget's, by key. */
export function kept(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
}

/** Violated policies and errors that the page itself has seen. */
export function troublesOn(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { troubles: string[] }).troubles);
}
