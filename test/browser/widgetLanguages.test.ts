import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { directionOf } from '../../contract/locale.ts';
import { deliverySurvey } from '../../scripts/deliverySurvey.ts';
import { frames } from '../../widget/frame/frames.ts';
import { launchChromium } from '../support/browser.ts';
import { startTestProduct, type TestProduct } from '../support/product.ts';

let product: TestProduct;
let browser: Browser;
let server: Server;
let page: Page;
beforeAll(async () => {
  product = await startTestProduct();
  const { siteKey } = await product.makeWorkspace({
    surveys: [{ ...deliverySurvey, id: 'after-delivery', triggers: { placed: true } }],
    origins: ['http://localhost:*'],
  });
  server = createServer((request, answer) => {
    const lang = new URL(request.url ?? '/', 'http://localhost').searchParams.get('lang');
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    answer.end(
      `<!doctype html><html lang="${lang}"><meta name="viewport" content="width=device-width"><title>A shop</title><style>body { margin: 0 }</style><touchstone-survey survey="after-delivery"></touchstone-survey><script async src="${product.origin}/w/${siteKey}.js"></script></html>`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  browser = await launchChromium();
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 320, height: 640 } });
  // Each language has a visitor who is new.
  await page.addInitScript(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await product.stop();
});

it.each(Object.entries(frames))('a survey in %s fits the narrowest phone, in its own direction', async (tag, frame) => {
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/?lang=${tag}`);
  const panel = page.locator('[part~="panel"]');
  await panel.locator('[part~="choice"]').nth(1).click();
  await panel.getByRole('button', { name: frame.send, exact: true }).waitFor();
  await panel.getByText(frame.kept).waitFor();
  const seen = await panel.evaluate((element: HTMLElement) => ({
    lang: element.lang,
    dir: getComputedStyle(element).direction,
    tooWide: [element, ...element.querySelectorAll<HTMLElement>('*')]
      .filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline')
      .map((part) => `${part.className}: ${part.textContent}`),
    page: document.documentElement.scrollWidth,
  }));
  expect(seen).toEqual({ lang: tag, dir: directionOf(tag), tooWide: [], page: 320 });
});
