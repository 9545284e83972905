import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { response } from '../support/response.ts';
import { isTaken, runStart, type StartScript, somePort } from '../support/startScript.ts';

let folder: string;
const scripts: StartScript[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
});
afterEach(async () => {
  for (const script of scripts.splice(0)) {
    script.killGroup();
    await script.ended;
  }
  await rm(folder, { recursive: true, force: true });
});

function run(options: { port: number | string; dataDir?: string; nodeOptions?: string[] }): StartScript {
  const script = runStart({ dataDir: folder, ...options });
  scripts.push(script);
  return script;
}

/** Expects a start to end at once with one line that a person can act on, and answers the line. */
async function expectOneLine(script: StartScript): Promise<string> {
  expect(await script.ended).toEqual({ code: 1, signal: null });
  expect(script.said.out).toBe('');
  const lines = script.said.err.trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\S.*\.$/);
  expect(lines[0]).not.toMatch(/^\w*Error|\bat .*:\d+/);
  return lines[0] ?? '';
}

describe('a start that cannot be', () => {
  it('because its port is in use says which, and how to choose another', async () => {
    const [server, port] = await listening();
    try {
      expect(await expectOneLine(run({ port }))).toMatch(new RegExp(`${port} is in use.*PORT`));
    } finally {
      server.close();
    }
  });

  it('because PORT is nonsense says so', async () => {
    const asked = ['http', '0', '70000', '80.5', ''];
    const lines = await Promise.all(asked.map((port) => expectOneLine(run({ port }))));
    for (const [index, line] of lines.entries())
      expect(line).toContain(`PORT must be a port number, not "${asked[index]}"`);
  });

  it('because its folder cannot be written says which, and how to choose another', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    for (const dataDir of [join(file, 'below'), file]) {
      const line = await expectOneLine(run({ port: await somePort(), dataDir }));
      expect(line).toContain(dataDir);
      expect(line).toContain('DATA_DIR');
    }
  });

  it('because what it kept cannot be read says which file, and touches nothing', async () => {
    for (const name of ['secrets.json', 'demo.json']) {
      await writeFile(join(folder, name), '{"half');
      expect(await expectOneLine(run({ port: await somePort() }))).toContain(join(folder, name));
      await rm(join(folder, name));
    }
  });

  it('because Node is too old says which is needed', async () => {
    for (const version of ['20.19.0', '22.11.0', '18.0.0']) {
      // What an old Node would say of itself; the first script must run on any.
      const pretend = `Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`;
      const nodeOptions = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`];
      const line = await expectOneLine(run({ port: await somePort(), nodeOptions }));
      expect(line).toContain('22.12');
      expect(line).toContain(version);
    }
  });
});

describe('a start', () => {
  it('on another port over a kept folder serves what was there before', async () => {
    const [first, second] = [await somePort(), await somePort()];
    const before = run({ port: first });
    const login = await before.serving();
    expect(login.origin).toBe(`http://localhost:${first}`);
    const body = response();
    const stored = await fetch(`${login.origin}/v1/sites/${login.siteKey}/responses`, {
      method: 'POST',
      headers: { origin: login.origin },
      body: JSON.stringify(body),
    });
    expect(stored.status).toBe(200);
    before.kill('SIGINT');
    expect(await before.ended).toEqual({ code: 0, signal: null });
    expect(before.said.err).toBe('');
    expect(await isTaken(first)).toBe(false);

    const after = run({ port: second });
    const again = await after.serving();
    expect(again).toEqual({ ...login, origin: `http://localhost:${second}` });
    const kept = await fetch(`${again.origin}/api/responses/${body.id}`, {
      headers: { authorization: `Bearer ${again.apiKey}` },
    });
    expect(kept.status).toBe(200);
    // A second one on the same folder would write to the same databases.
    expect(await expectOneLine(run({ port: first }))).toMatch(/already running/);
    after.kill('SIGTERM');
    expect(await after.ended).toEqual({ code: 0, signal: null });
  });

  it('that is stopped while it makes the demo workspace stops cleanly', async () => {
    const script = run({ port: await somePort() });
    await eventually(
      () => readdir(folder),
      (names) => names.includes('demo.unfinished'),
      90_000,
    );
    script.kill('SIGINT');
    expect(await script.ended).toEqual({ code: 0, signal: null });
    expect(script.said).toEqual({ out: '', err: '' });
  });
});

function listening(): Promise<[Server, number]> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve([server, typeof address === 'object' && address ? address.port : 0]);
    });
  });
}
