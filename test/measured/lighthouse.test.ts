import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Gate, openGate } from '../support/gate.ts';
import { type Figures, look } from '../support/lighthouse.ts';
import { SURVEY, startTestProduct, type TestProduct } from '../support/product.ts';
import { somePort } from '../support/startScript.ts';

/** At least, and at most while scores still differ. */
const ROUNDS = [3, 9] as const;
/** Blank, with the tag and nothing due, and with a survey that comes by itself. */
const PATHS = ['/blank', '/tag', '/due'] as const;
type Path = (typeof PATHS)[number];

let product: TestProduct;
let shop: Server;
let browser: Browser;
let port: number;
let gate: Gate;
/** How often a survey has been shown. */
let displays = 0;

beforeAll(async () => {
  product = await startTestProduct();
  gate = await openGate(product.origin);
  gate.fate = (route) => {
    if (route === 'displays') displays++;
    return { kind: 'pass' };
  };
  const workspace = await product.makeWorkspace({
    surveys: [SURVEY, { ...SURVEY, id: 'on-arrival', triggers: { url: ['/due'] } }],
    origins: ['http://localhost:*'],
  });
  shop = createServer((request, answer) => {
    if (request.url === '/favicon.ico' || request.url === '/robots.txt') {
      answer.writeHead(200, { 'content-type': request.url === '/robots.txt' ? 'text/plain' : 'image/x-icon' });
      return void answer.end(request.url === '/robots.txt' ? 'User-agent: *\nAllow: /\n' : '');
    }
    const tag =
      request.url === '/blank' ? '' : `<script async src="${gate.origin}/w/${workspace.siteKey}.js"></script>`;
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    answer.end(
      `<!doctype html><html lang="en"><head><title>A shop</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="A page with hardly anything on it">${tag}</head><body><main><h1>A shop</h1><p>Coffee, and what goes with it.</p></main></body></html>`,
    );
  });
  await new Promise<void>((listening) => shop.listen(0, listening));
  port = await somePort();
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
});
afterAll(async () => {
  await browser.close();
  shop.closeAllConnections();
  await new Promise((closed) => shop.close(closed));
  await gate.close();
  await product.stop();
});

it('leaves Lighthouse’s scores and the layout shift of a page as they are, even while a survey comes', async () => {
  const { port: shopPort } = shop.address() as AddressInfo;
  const runs: Record<Path, Figures[]> = { '/blank': [], '/tag': [], '/due': [] };
  // Other work on the machine takes from a score, nothing adds to it: the best of a page's is what the page is worth.
  const best = (path: Path): Figures => {
    const all = (name: keyof Figures) => runs[path].map((run) => run[name]);
    return {
      performance: Math.max(...all('performance')),
      accessibility: Math.min(...all('accessibility')),
      'best-practices': Math.min(...all('best-practices')),
      seo: Math.min(...all('seo')),
      shift: Math.max(...all('shift')),
    };
  };
  const areEqual = () => new Set(PATHS.map((path) => best(path).performance)).size === 1;
  // Interleaved, so that what else the machine does falls on all alike.
  for (let round = 0; round < ROUNDS[0] || (round < ROUNDS[1] && !areEqual()); round++) {
    for (const path of PATHS) {
      const before = displays;
      runs[path].push(await look(`http://localhost:${shopPort}${path}`, port));
      // Lighthouse leaves the page and comes back to it, so that there may be more than one.
      expect(displays > before).toBe(path === '/due');
    }
  }
  console.table(Object.fromEntries(PATHS.map((path) => [path, best(path)])));
  const blank = best('/blank');
  expect(blank).toMatchObject({ accessibility: 100, seo: 100, shift: 0 });
  expect(best('/tag')).toEqual(blank);
  expect(best('/due')).toEqual(blank);
});
