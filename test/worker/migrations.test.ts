import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newSecrets } from '../../scripts/installation.ts';
import { type Product, startProduct } from '../../scripts/product.ts';
import { Database } from '../../worker/workspace/tables/database.ts';
import { migrate } from '../../worker/workspace/tables/migrate.ts';
import { PAGE, PASSWORD, STAGES, SURVEY, TOUCHPOINTS } from '../support/product.ts';
import { everyResponse } from '../support/recount.ts';
import { response } from '../support/response.ts';
import { sqlStorageOf, transactionOf } from '../support/sqlStorage.ts';

describe('migrating an object', () => {
  let sqlite: DatabaseSync;
  beforeEach(() => {
    sqlite = new DatabaseSync(':memory:');
  });
  afterEach(() => sqlite.close());

  const run = (now: number, migrations?: { name: string; sql: string }[]) =>
    migrate(new Database(sqlStorageOf(sqlite)), now, transactionOf(sqlite), migrations);
  const done = () => sqlite.prepare('SELECT number, name, at FROM migration ORDER BY number').all();
  const tables = () =>
    sqlite
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .all()
      .map(({ name }) => name);

  const first = { name: '0001_log', sql: 'CREATE TABLE log (step INTEGER); INSERT INTO log VALUES (1);' };
  const second = { name: '0002_more', sql: 'ALTER TABLE log ADD COLUMN by TEXT; INSERT INTO log (step) VALUES (2);' };
  const third = { name: '0003_rename', sql: "UPDATE log SET by = 'third'; INSERT INTO log VALUES (3, 'third');" };
  const steps = () =>
    sqlite
      .prepare('SELECT step FROM log ORDER BY rowid')
      .all()
      .map(({ step }) => step);

  it('runs every migration in order and notes when', () => {
    run(1_000, [first, second, third]);
    expect(steps()).toEqual([1, 2, 3]);
    expect(done().map((row) => Object.values(row))).toEqual([
      [1, '0001_log', 1_000],
      [2, '0002_more', 1_000],
      [3, '0003_rename', 1_000],
    ]);
  });

  it('runs each once, however often the object wakes up', () => {
    for (let i = 0; i < 3; i++) run(1_000 + i, [first]);
    run(2_000, [first, second]);
    run(3_000, [first, second, third]);
    expect(steps()).toEqual([1, 2, 3]);
    expect(done().map(({ at }) => at)).toEqual([1_000, 2_000, 3_000]);
  });

  it('that fails leaves nothing of itself, keeps those before, and is tried again', () => {
    const broken = {
      name: '0002_more',
      sql: `CREATE TABLE half (a); INSERT INTO log VALUES (9); INSERT INTO nowhere VALUES (1);`,
    };
    for (let i = 0; i < 2; i++) expect(() => run(1_000, [first, broken, third])).toThrow(/nowhere/);
    expect(tables()).not.toContain('half');
    expect(steps()).toEqual([1]);
    expect(done()).toHaveLength(1);
    run(2_000, [first, second, third]);
    expect(steps()).toEqual([1, 2, 3]);
    expect(done()).toHaveLength(3);
  });

  it('makes the product’s own tables, all of them strict', () => {
    run(1_000);
    run(2_000);
    expect(tables()).toEqual(
      expect.arrayContaining(['response', 'match', 'contact', 'identifier', 'display', 'job', 'audit']),
    );
    const loose = sqlite
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    expect(loose).toEqual([]);
    expect(new Set(done().map(({ at }) => at))).toEqual(new Set([1_000]));
  });
});

describe('a product that starts again on its folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('has everything it had, and migrates nothing twice', async () => {
    const secrets = newSecrets();
    const start = () => startProduct({ port: 0, dataDir: folder, secrets });
    const body = response({ answers: [{ question: 'rating', value: 5 }], identity: { email: 'kept@ikon.example' } });

    const before = await start();
    const shop = await makeWorkspace(before, secrets.SETUP_TOKEN);
    expect((await send(before, shop.siteKey, body)).status).toBe(200);
    const kept = await everyResponse((path) => ask(before, shop.apiKey, path));
    expect(kept.map(({ id }) => id)).toEqual([body.id]);
    const directory = await directoryMigrations(before);
    expect(directory.length).toBeGreaterThan(0);
    await before.stop();
    const objects = await objectMigrations(folder);
    expect(objects).toHaveLength(1);
    expect(objects[0]?.length).toBeGreaterThan(0);

    const after = await start();
    expect(await everyResponse((path) => ask(after, shop.apiKey, path))).toEqual(kept);
    // Its sites' secrets can still be opened, its members still sign in, and a revision finds its response.
    expect((await send(after, shop.siteKey, { ...body, revision: 2 })).status).toBe(200);
    expect((await signIn(after)).status).toBe(200);
    expect(await everyResponse((path) => ask(after, shop.apiKey, path))).toHaveLength(1);
    expect(await directoryMigrations(after)).toEqual(directory);
    await after.stop();
    expect(await objectMigrations(folder)).toEqual(objects);
  });

  const OWNER = 'owner@team.example';

  async function makeWorkspace({ origin }: Product, token: string) {
    const answer = await fetch(`${origin}/api/setup/workspace`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({
        settings: { name: 'Kept', timeZone: 'Asia/Tehran', calendar: 'persian', country: 'IR', languages: ['fa'] },
        members: [{ name: 'Owner', email: OWNER, password: PASSWORD, role: 'owner' }],
        site: { name: 'Shop', origins: [PAGE], idSystem: 'shop' },
        stages: STAGES,
        touchpoints: TOUCHPOINTS,
        surveys: [SURVEY],
        apiKey: 'admin',
      }),
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { siteKey: string; apiKey: string };
  }

  function send({ origin }: Product, siteKey: string, body: unknown): Promise<Response> {
    return fetch(`${origin}/v1/sites/${siteKey}/responses`, {
      method: 'POST',
      headers: { origin: PAGE },
      body: JSON.stringify(body),
    });
  }

  function signIn({ origin }: Product): Promise<Response> {
    return fetch(`${origin}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ email: OWNER, password: PASSWORD }),
    });
  }

  function ask({ origin }: Product, apiKey: string, path: string): Promise<Response> {
    return fetch(`${origin}/api${path}`, { headers: { authorization: `Bearer ${apiKey}` } });
  }

  async function directoryMigrations({ miniflare }: Product): Promise<unknown[]> {
    const db = await miniflare.getD1Database('DIRECTORY');
    return (await db.prepare('SELECT * FROM d1_migrations ORDER BY id').all()).results;
  }

  /** The migrations noted in each object's own file; the files can be read while nothing runs on them. */
  async function objectMigrations(at: string): Promise<unknown[][]> {
    const files = (await readdir(at, { recursive: true })).filter((file) => file.endsWith('.sqlite'));
    return files.flatMap((file) => {
      const db = new DatabaseSync(join(at, file), { readOnly: true });
      try {
        const known = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'migration'").get();
        return known ? [db.prepare('SELECT * FROM migration ORDER BY number').all()] : [];
      } finally {
        db.close();
      }
    });
  }
});
