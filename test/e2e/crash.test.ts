import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Overview } from '../../contract/report.ts';
import type { ResponseCounts } from '../../contract/response.ts';
import type { DemoLogin } from '../../scripts/demo.ts';
import { eventually } from '../support/eventually.ts';
import { countedIn, everyResponse, recount } from '../support/recount.ts';
import { response } from '../support/response.ts';
import { isTaken, runStart, type StartScript, somePort } from '../support/startScript.ts';

const ANSWERS = 300;
const AT_ONCE = 20;
const DAY = 86_400_000;

let folder: string;
let port: number;
let script: StartScript | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
  port = await somePort();
});
afterEach(async () => {
  script?.killGroup();
  await script?.ended;
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<DemoLogin> {
  script = runStart({ port, dataDir: folder });
  return script.serving();
}

async function killAll(): Promise<void> {
  script?.killGroup();
  await script?.ended;
}

const api = (login: DemoLogin) => (path: string) =>
  fetch(`${login.origin}/api${path}`, { headers: { authorization: `Bearer ${login.apiKey}` } });

/** Sends one answer as a page would; false when no 200 came back, for whatever reason. */
async function send(login: DemoLogin, body: unknown): Promise<boolean> {
  try {
    const answer = await fetch(`${login.origin}/v1/sites/${login.siteKey}/responses`, {
      method: 'POST',
      headers: { origin: login.origin },
      body: JSON.stringify(body),
    });
    return answer.ok;
  } catch (error) {
    // The connection ended with the process.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Sends answers, some at once, and returns the ids that were acknowledged. */
async function sendAll(
  login: DemoLogin,
  bodies: readonly { id: string }[],
  acknowledged: (count: number) => void = () => {},
): Promise<Set<string>> {
  const stored = new Set<string>();
  const waiting = [...bodies];
  const sender = async () => {
    for (let body = waiting.shift(); body; body = waiting.shift()) {
      if (!(await send(login, body))) continue;
      stored.add(body.id);
      acknowledged(stored.size);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  return stored;
}

/** How many responses stand in the workspace's own database file, read beside the process that writes it. */
async function responsesInFile(): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const file = names.find((name) => /Workspace.*[0-9a-f]{64}\.sqlite$/.test(name));
  if (!file) return 0;
  const db = new DatabaseSync(join(folder, file), { readOnly: true });
  try {
    return Number(db.prepare('SELECT count(*) AS count FROM response').get()?.['count']);
  } catch (error) {
    // Its tables are not there yet, or it is being written.
    if (error instanceof Error && /no such table|locked/.test(error.message)) return 0;
    throw error;
  } finally {
    db.close();
  }
}

/** Expects every figure that can be had from outside to equal a count of the list, one answer after another. */
async function expectRecount(login: DemoLogin): Promise<string[]> {
  const ask = api(login);
  const items = await everyResponse(ask);
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  const answer = await ask(`/reports/overview?from=${day(Date.now() - 100 * DAY)}&to=${day(Date.now() + 2 * DAY)}`);
  const overview = (await answer.json()) as Overview;
  const { touchpoints, ...counted } = recount(items, overview);
  expect(countedIn(overview)).toEqual(counted);
  for (const { id, distribution } of overview.touchpoints) expect(distribution, id).toEqual(touchpoints(id));
  const counts = (await (await ask('/responses/counts')).json()) as ResponseCounts;
  expect(counts.matched).toBe(items.length);
  expect(Object.values(counts.trust).reduce((a, b) => a + b, 0)).toBe(items.length);
  return items.map(({ id }) => id);
}

describe('killed outright, workerd and all, in the middle of answers', () => {
  it('the product has every acknowledged one exactly once when it starts again', async () => {
    let login = await start();
    const before = (await expectRecount(login)).length;
    expect(before).toBeGreaterThan(2_900);
    const bodies = Array.from({ length: ANSWERS }, () => response({ complete: true }));

    const stored = new Set<string>();
    for (const enough of [60, 90]) {
      const rest = bodies.filter(({ id }) => !stored.has(id));
      const acknowledged = await sendAll(login, rest, (count) => {
        if (count === enough) script?.killGroup();
      });
      for (const id of acknowledged) stored.add(id);
      await killAll();
      login = await start();
      const ids = await expectRecount(login);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining([...stored]));
    }
    expect(stored.size).toBeGreaterThanOrEqual(150);
    expect(stored.size).toBeLessThan(ANSWERS);

    // The outbox does as much: what was acknowledged or not, all of it is sent again.
    expect((await sendAll(login, bodies)).size).toBe(ANSWERS);
    expect((await sendAll(login, bodies)).size).toBe(ANSWERS);
    const ids = await expectRecount(login);
    expect(ids.length).toBe(before + ANSWERS);
    expect(new Set(ids).size).toBe(before + ANSWERS);
  });
});

describe('killed outright alone', () => {
  it('the start script takes workerd along, and starts again on the same port and folder', async () => {
    let login = await start();
    const body = response();
    expect(await send(login, body)).toBe(true);
    script?.kill('SIGKILL');
    await eventually(
      () => isTaken(port),
      (taken) => !taken,
    );
    await script?.ended;
    login = await start();
    expect((await api(login)(`/responses/${body.id}`)).status).toBe(200);
  });
});

describe('killed while it makes the demo workspace', () => {
  it('the product makes it anew at the next start, whole', async () => {
    script = runStart({ port, dataDir: folder });
    // Its site exists by then, and its past is being loaded.
    await eventually(responsesInFile, (count) => count > 0, 90_000);
    await killAll();
    expect(await readdir(folder)).not.toContain('demo.json');
    const login = await start();
    expect((await expectRecount(login)).length).toBeGreaterThan(2_900);
    expect(await readdir(folder)).not.toContain('demo.unfinished');
  });
});
