import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import type { ResponseSummary } from '../../contract/response.ts';
import { between, chooser, mulberry32, pick, type Random } from '../../demo/random.ts';
import { launchChromium } from './browser.ts';
import { type Fate, type Gate, openGate } from './gate.ts';
import { SURVEY, startTestProduct, type TestWorkspace } from './product.ts';

/** What many visits came to. */
export interface Verdict {
  /** A line for each thing that was wrong, with its seed. */
  wrong: string[];
  answers: number;
  /** Posts that did not simply pass. */
  mishaps: number;
}

/** The product and a browser, for many visits over networks that fail. */
export interface Proof {
  /** Makes the visits of these seeds, a few at a time, then compares what was told with what is stored. */
  prove(seeds: readonly number[], atOnce: number): Promise<Verdict>;
  close(): Promise<void>;
}

/** What a visitor has said in one response, as far as they can know. */
interface Told {
  id: string;
  revision: number;
  rating: number;
  comment: string | null;
  complete: boolean;
  withdrawn: boolean;
}

interface Visit {
  seed: number;
  /** Where this visit's pages are, and no other's. */
  origin: string;
  told: Told[];
  wrong: string[];
  mishaps: number;
}

type Press = 'rate' | 'comment' | 'skip' | 'withdraw';

const SURVEYS = ['one', 'two', 'three', 'four', 'five', 'six'];
const STEPS = 24;
/** What the visitor, or their browser, does next. */
const nextStep = chooser<Press | 'reload' | 'away' | 'wait'>([
  ['rate', 40],
  ['comment', 18],
  ['skip', 6],
  ['withdraw', 6],
  ['reload', 14],
  ['away', 8],
  ['wait', 8],
]);

/** What happens to a post, when it does not simply pass. */
const mishap = chooser<(random: Random) => Fate>([
  [() => ({ kind: 'cut', when: 'before' }), 2],
  [() => ({ kind: 'cut', when: 'after' }), 3],
  [() => ({ kind: 'cut', when: 'amid' }), 1],
  [() => ({ kind: 'twice' }), 1],
  [(random) => ({ kind: 'answer', status: 429, taken: false, retryAfter: String(between(random, 0, 2)) }), 1],
  [(random) => ({ kind: 'answer', status: pick(random, [500, 503]), taken: random() < 0.5 }), 2],
  [(random) => ({ kind: 'queue', delay: random() < 0.3 ? null : 300 * random() }), 2],
  // A portal that answers 200 to everything.
  [() => ({ kind: 'answer', status: 200, taken: false }), 1],
]);

export async function startProof(): Promise<Proof> {
  const product = await startTestProduct();
  const workspace = await product.makeWorkspace({
    surveys: SURVEYS.map((id) => ({ ...SURVEY, id, triggers: { placed: true } })),
    origins: ['http://*.localhost:*'],
    dailyQuota: 1_000_000,
  });
  const gate = await openGate(product.origin);
  const browser = await launchChromium();
  const context = await browser.newContext({ locale: 'en-GB' });
  // What is judged is what was stored, not how long a busy machine took for it.
  context.setDefaultTimeout(120_000);
  const fates = new Map<string, () => Fate>();
  // A visit's pages have an origin of their own, by which its posts are known.
  gate.fate = (route, origin) => (route === 'responses' && fates.get(origin)?.()) || { kind: 'pass' };
  return {
    async prove(seeds, atOnce) {
      const queue = [...seeds];
      const visits: Visit[] = [];
      const wrong: string[] = [];
      const work = async () => {
        for (let seed = queue.shift(); seed !== undefined; seed = queue.shift()) {
          try {
            visits.push(await visitOf(seed, { workspace, gate, context, fates }));
          } catch (error) {
            wrong.push(`seed ${seed}: ${error}`);
          }
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      // What was queued on the way arrives late, and after newer revisions.
      await gate.settled();
      const stored = await everyResponse(workspace);
      for (const visit of visits)
        wrong.push(...[...visit.wrong, ...differences(stored, visit)].map((line) => `seed ${visit.seed}: ${line}`));
      return {
        wrong,
        answers: visits.reduce((sum, { told }) => sum + told.length, 0),
        mishaps: visits.reduce((sum, { mishaps }) => sum + mishaps, 0),
      };
    },
    async close() {
      await browser.close();
      await gate.close();
      await product.stop();
    },
  };
}

interface World {
  workspace: TestWorkspace;
  gate: Gate;
  context: BrowserContext;
  /** What becomes of each post, by the origin of its page. */
  fates: Map<string, () => Fate>;
}

/** One visitor's half hour in one or two tabs, decided by its seed. */
async function visitOf(seed: number, { workspace, gate, context, fates }: World): Promise<Visit> {
  const random = mulberry32(seed);
  const shop = await openShop(`visit-${seed}`, `${gate.origin}/w/${workspace.siteKey}.js`);
  const visit: Visit = { seed, origin: shop.origin, told: [], wrong: [], mishaps: 0 };
  const token = random() < 0.3 ? await workspace.token({ sub: `person-${seed}` }) : '';
  // A sequence of its own: how many posts there are depends on the moment, what the visitor does must not.
  const weather = mulberry32(-seed);
  const roughness = 0.2 + 0.8 * random();
  let isAway = false;
  fates.set(shop.origin, () => {
    const isRough = isAway || weather() < roughness;
    if (isRough) visit.mishaps++;
    if (isAway) return { kind: 'cut', when: 'before' };
    return isRough ? mishap(weather)(weather) : { kind: 'pass' };
  });

  /** By survey, the response that the visitor would go on with. */
  const going = new Map<string, Told>();
  /** Where each survey is on screen: in one tab at a time. */
  const placed = new Map<Page, string[]>();

  const enter = async (tab: Page) => {
    placed.delete(tab);
    const taken = [...placed.values()].flat();
    const surveys = SURVEYS.filter((id) => !taken.includes(id) && random() < 0.6);
    await tab.goto(`${shop.origin}/?place=${surveys.join()}&token=${token}`);
    const visible = surveys.filter((id) => !going.get(id)?.withdrawn);
    await tab.waitForFunction(
      (ids) =>
        ids.every((id) =>
          document.querySelector(`touchstone-survey[survey=${id}]`)?.shadowRoot?.querySelector('[part=panel]'),
        ),
      visible,
    );
    placed.set(tab, visible);
  };

  const say = async (tab: Page, what: Press) => {
    const surveys = (placed.get(tab) ?? []).filter((id) => !going.get(id)?.withdrawn);
    if (surveys.length === 0) return enter(tab);
    const survey = pick(random, surveys);
    const rating = between(random, 1, 5);
    const words = `Words ${seed}.${between(random, 0, 1e6)}`;
    const pressed = await press(tab, workspace.siteKey, survey, what, what === 'rate' ? rating : words);
    // Nothing of the kind was on screen, or it was locked until the last word has arrived.
    if (!pressed) return;
    const before = going.get(survey);
    const next: Told = before
      ? { ...before }
      : { id: pressed.id, revision: 0, rating: 0, comment: null, complete: false, withdrawn: false };
    next.revision++;
    if (what === 'rate') next.rating = rating;
    else if (what === 'withdraw') Object.assign(next, { withdrawn: true, complete: false });
    else Object.assign(next, { complete: true, comment: what === 'comment' ? words : null });
    going.set(survey, next);
    visit.told = [...visit.told.filter(({ id }) => id !== next.id), next];
    if (pressed.id !== next.id || pressed.revision !== next.revision)
      visit.wrong.push(
        `"${what}" should make ${next.id} revision ${next.revision}, but made ${JSON.stringify(pressed)}`,
      );
  };

  const tabs = [await context.newPage()];
  if (random() < 0.5) tabs.push(await context.newPage());
  try {
    for (const tab of tabs) await enter(tab);
    for (let at = 0; at < STEPS; at++) {
      const tab = pick(random, tabs);
      const what = nextStep(random);
      if (what === 'reload') await enter(tab);
      else if (what === 'wait') await tab.waitForTimeout(200 * random());
      else if (what === 'away') {
        isAway = !isAway;
        if (!isAway) await tab.evaluate(() => dispatchEvent(new Event('online')));
      } else await say(tab, what);
    }
    fates.delete(shop.origin);
    await Promise.all(tabs.map((tab) => tab.goto('about:blank')));
    const waiting = await bringHome(tabs[0] as Page, shop.origin);
    if (waiting.length > 0) visit.wrong.push(`still on the device: ${waiting}`);
  } finally {
    await Promise.all(tabs.map((tab) => tab.close()));
    await shop.close();
  }
  return visit;
}

/** Visits once more over a network that works; answers what is on the device even then. */
async function bringHome(tab: Page, shop: string): Promise<string[]> {
  const left = () => tab.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':out:')));
  // A tab that has just been left may still hold what it was sending: then the visit after the next brings it.
  for (let visits = 0; visits < 3; visits++) {
    await tab.goto(shop);
    for (const until = Date.now() + 8_000; Date.now() < until; ) {
      if ((await left()).length === 0) return [];
      await tab.waitForTimeout(20);
    }
  }
  return left();
}

/**
 * A shop on an origin of its own: `?place=one,two&token=…`. Its name is nobody else's: ports come round again, and with
 * them what an earlier visitor left on the device.
 */
async function openShop(name: string, script: string) {
  const server = createServer((request, answer) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const surveys = (searchParams.get('place') ?? '').split(',').filter(Boolean);
    const token = searchParams.get('token');
    answer.writeHead(200, { 'content-type': 'text/html' });
    answer.end(
      `<!doctype html><html lang="en"><head><title>A shop</title><link rel="icon" href="data:,"><script>
window.touchstone = function () { (touchstone.q = touchstone.q || []).push(arguments); };
${token ? `touchstone('identify', () => new Promise((say) => setTimeout(say, 40, '${token}')));` : ''}
</script><script async src="${script}"></script></head><body>${surveys.map((id) => `<touchstone-survey survey="${id}"></touchstone-survey>`).join('')}</body></html>`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  return {
    origin: `http://${name}.localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

/**
 * Presses something of a survey, if it is there and takes a press.
 *
 * @returns the response that the press made or revised, as the device has it at once
 */
function press(
  tab: Page,
  site: string,
  survey: string,
  what: Press,
  value: string | number,
): Promise<{ id: string; revision: number } | undefined> {
  return tab.evaluate(
    ([key, id, kind, given]) => {
      const root = document.querySelector(`touchstone-survey[survey=${id}]`)?.shadowRoot;
      const buttons = [...(root?.querySelectorAll('button') ?? [])];
      const named = (text: string) => buttons.find((button) => button.textContent?.trim() === text);
      const field = root?.querySelector('textarea');
      const button = {
        rate: buttons.filter((one) => one.getAttribute('role') === 'radio')[Number(given) - 1],
        comment: field ? named('Send') : undefined,
        skip: named('Skip'),
        withdraw: named('Withdraw my answer'),
      }[kind];
      if (!button || button.ariaDisabled === 'true') return undefined;
      if (field && kind === 'comment') {
        field.value = String(given);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      const out = `touchstone:${key}:out:`;
      const kept = () =>
        new Map(
          Object.keys(localStorage).flatMap((one) =>
            one.startsWith(out) ? [[one, String(JSON.parse(localStorage.getItem(one) ?? '').body.revision)]] : [],
          ),
        );
      const before = kept();
      button.click();
      for (const [one, revision] of kept())
        if (before.get(one) !== revision) return { id: one.slice(out.length), revision: Number(revision) };
      return { id: 'nothing', revision: 0 };
    },
    [site, survey, what, value] as const,
  );
}

/** Where what is stored differs from what was told. */
function differences(stored: ResponseSummary[], { origin, told }: Visit): string[] {
  const here = stored.filter(({ page }) => page.url.startsWith(origin));
  const wrong: string[] = [];
  for (const one of told) {
    const found = here.filter(({ id }) => id === one.id);
    const [response] = found;
    if (found.length !== (one.withdrawn ? 0 : 1)) wrong.push(`${JSON.stringify(one)} is there ${found.length} times`);
    if (!response) continue;
    const { id, revision, score: rating, comment, complete, withdrawn } = response;
    const has = JSON.stringify({ id, revision, rating, comment, complete, withdrawn } satisfies Record<
      keyof Told,
      unknown
    >);
    if (has !== JSON.stringify(one)) wrong.push(`told ${JSON.stringify(one)}, stored ${has}`);
  }
  for (const { id } of here) if (!told.some((one) => one.id === id)) wrong.push(`${id} was never told`);
  return wrong;
}

async function everyResponse(workspace: TestWorkspace): Promise<ResponseSummary[]> {
  const all: ResponseSummary[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer = await workspace.api(`/responses?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    const { items, next } = (await answer.json()) as { items: ResponseSummary[]; next: string | null };
    all.push(...items);
    cursor = next;
  }
  return all;
}
