import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ResponseSummary } from '../../contract/response.ts';
import { type SiteCreate, STORAGES } from '../../contract/workspace.ts';
import { eventually } from '../support/eventually.ts';
import { type Gate, openGate } from '../support/gate.ts';
import { SURVEY, startTestProduct, type TestWorkspace } from '../support/product.ts';
import { SURVEYS_BY_TYPE } from './questionTypes.ts';

/** A page of the shop, as its owner wrote it. */
export interface ShopPage {
  lang?: string;
  dir?: 'rtl';
  /** Its Content-Security-Policy; `HOST` stands for where the widget comes from. */
  policy?: string;
  /** A style sheet of the page's own, at `/style.css`. */
  style?: string;
  /** A script that runs before the widget's. */
  before?: string;
  body?: string;
  /** How many tags there are. */
  tags?: number;
  /** What its site may keep on a device. */
  storage?: Storage;
}

type Storage = SiteCreate['storage'];

/** A stored response, as the API tells it. */
export type Stored = ResponseSummary;

/** The product, and a shop on another origin whose pages carry the tag. */
export interface Shop {
  /** What lies between the pages and the product. */
  gate: Gate;
  origin: string;
  /** Opens a page; answers its address. Every path below it is the same page. */
  page(page?: ShopPage): string;
  /** What is stored of answers given at this address or below, once it satisfies. */
  stored(address: string, satisfies: (answers: Stored[]) => boolean): Promise<Stored[]>;
  /** What browsers have reported of violated policies at this address. */
  violations(address: string): string[];
  close(): Promise<void>;
}

const SURVEYS = [
  SURVEY,
  { ...SURVEY, id: 'after-delivery', touchpoint: 'delivery', triggers: { placed: true } },
  { ...SURVEY, id: 'on-arrival', triggers: { url: ['*/arrival'] } },
  { ...SURVEY, id: 'on-help', triggers: { url: ['*/help'], delay: 1 } },
  { ...SURVEY, id: 'on-click', triggers: { url: ['*/click'], click: '.buy' } },
  { ...SURVEY, id: 'on-scroll', triggers: { url: ['*/scroll'], scroll: 50 } },
  { ...SURVEY, id: 'on-sight', triggers: { url: ['*/visible'], visible: '#end' } },
  { ...SURVEY, id: 'on-exit', triggers: { url: ['*/exit'], exit: true } },
  { ...SURVEY, id: 'by-tab', triggers: { url: ['*/tab'], tab: { en: 'Tell us', fa: 'بگویید', pl: 'Powiedz' } } },
  ...SURVEYS_BY_TYPE,
];

export async function openShop(): Promise<Shop> {
  const product = await startTestProduct();
  const gate = await openGate(product.origin);
  const workspaces = new Map<Storage, TestWorkspace>();
  for (const storage of STORAGES)
    workspaces.set(
      storage,
      await product.makeWorkspace({ surveys: SURVEYS, origins: ['http://localhost:*'], storage }),
    );
  const workspaceOf = ({ storage = 'interaction' }: ShopPage) => workspaces.get(storage) as TestWorkspace;
  const pages: ShopPage[] = [];
  const reports: string[][] = [];

  const numberOf = (address: string) => Number(new URL(address).pathname.split('/')[1]?.slice(1));
  const pageAt = (address: string) => pages[numberOf(address)] ?? {};

  const server = createServer(async (request, answer) => {
    const [, first = '', second] = (request.url ?? '').split(/[/?]/);
    const number = Number(first.slice(1));
    const page = pages[number];
    if (!page) {
      answer.writeHead(first === 'favicon.ico' ? 200 : 404, { 'content-type': 'image/x-icon' });
      return void answer.end();
    }
    if (second === 'report') {
      let report = '';
      for await (const part of request) report += part;
      reports[number]?.push(report);
      return void answer.writeHead(204).end();
    }
    if (second === 'style.css') {
      answer.writeHead(200, { 'content-type': 'text/css' });
      return void answer.end(page.style);
    }
    if (second === 'before.js') {
      answer.writeHead(200, { 'content-type': 'text/javascript' });
      return void answer.end(page.before);
    }
    const policy = page.policy && `${page.policy.replaceAll('HOST', gate.origin)}; report-uri /p${number}/report`;
    answer.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      ...(policy && { 'content-security-policy': policy }),
    });
    const tag = `<script async src="${gate.origin}/w/${workspaceOf(page).siteKey}.js"></script>`;
    const { lang = 'en', dir = 'ltr', tags = 1, body = '' } = page;
    answer.end(
      `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A shop</title>${
        page.style ? `<link rel="stylesheet" href="/p${number}/style.css">` : ''
      }${page.before ? `<script src="/p${number}/before.js"></script>` : ''}</head><body><h1>A shop</h1><button id="before">Before</button>${body}${tag.repeat(tags)}</body></html>`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;

  return {
    gate,
    origin,
    page(page = {}) {
      reports.push([]);
      return `${origin}/p${pages.push(page) - 1}/`;
    },
    stored: (address, satisfies) =>
      eventually(
        async () => {
          const answer = await workspaceOf(pageAt(address)).api('/responses?limit=200');
          const { items } = (await answer.json()) as { items: Stored[] };
          return items.filter(({ page }) => page.url.startsWith(address));
        },
        satisfies,
        20_000,
      ),
    violations: (address) => reports[numberOf(address)] ?? [],
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await gate.close();
      await product.stop();
    },
  };
}
