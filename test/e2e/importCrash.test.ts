import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportDetail } from '../../contract/imports.ts';
import type { DemoLogin } from '../../scripts/demo.ts';
import { eventually } from '../support/eventually.ts';
import { runStart, type StartScript, somePort } from '../support/startScript.ts';

const ROWS = 2_000;
/** So many rows call somebody of the file by their address alone, with news of them. */
const AGAIN = 200;
const PATIENCE = 90_000;

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

async function ask<T>({ origin, apiKey }: DemoLogin, path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(`${origin}/api${path}`, {
    ...init,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/octet-stream' },
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

const people = async (login: DemoLogin, q = '') =>
  (await ask<{ total: number }>(login, `/contacts?limit=1${q && `&q=${encodeURIComponent(q)}`}`)).total;

describe('killed outright in the middle of an import', () => {
  it('goes on where it was, with every row taken in exactly once', async () => {
    const rows = [
      ...Array.from({ length: ROWS }, (_, i) => `k-${i},Crash Test${i},crash${i}@ikon.example,lead,2026-01-01`),
      ...Array.from({ length: AGAIN }, (_, i) => `,Crash Test${i * 7},crash${i * 7}@ikon.example,customer,2026-02-01`),
    ];
    const file = `id,name,email,stage,updated\n${rows.join('\n')}\n`;
    let login = await start();
    const before = await people(login);
    const { id } = await ask<ImportDetail>(login, '/imports?name=crash.csv', { method: 'POST', body: file });
    const read = () => ask<ImportDetail>(login, `/imports/${id}`);
    const planned = await eventually(read, ({ status }) => status === 'planned', PATIENCE);
    expect(planned.planned).toMatchObject({ create: ROWS, update: AGAIN, merge: 0, skip: 0, refuse: 0 });
    await ask(login, `/imports/${id}/run`, { method: 'POST' });
    const running = await eventually(read, ({ progress }) => progress.done > 0.3 * progress.of, PATIENCE);
    expect(running.status).toBe('running');
    script?.killGroup();
    await script?.ended;
    login = await start();
    const after = await read();
    // What was done is done, and not a row of it again.
    expect(after.progress.done).toBeGreaterThanOrEqual(running.progress.done);
    const done = await eventually(read, ({ status }) => status === 'done', PATIENCE);
    expect(done).toMatchObject({ done: planned.planned, differs: false });
    expect(await people(login)).toBe(before + ROWS);
    // The search learns of people by and by.
    const called = await eventually(
      async () => (await ask<{ items: { name: string }[] }>(login, '/contacts?q=crash1393%40ikon.example')).items,
      ({ length }) => length > 0,
      PATIENCE,
    );
    expect(called.map(({ name }) => name)).toEqual(['Crash Test1393']);
    // Whatever was done before and after is undone alike.
    await ask(login, `/imports/${id}/undo`, { method: 'POST' });
    const undone = await eventually(read, ({ status }) => status === 'undone', PATIENCE);
    expect(undone.undo).toMatchObject({ removed: ROWS, keptTotal: 0 });
    expect(await people(login)).toBe(before);
  });
});
