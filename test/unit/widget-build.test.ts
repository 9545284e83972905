import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
let copy = '';
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'widget-build-'));
  for (const part of ['contract', 'scripts', 'widget', 'worker', 'package.json', 'tsconfig.json']) {
    await cp(join(root, part), join(copy, part), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rm(copy, { recursive: true, force: true }));

/** The loader as it is built from the copy. */
async function build(): Promise<string> {
  const file = join(copy, 'scripts/build-widget.ts');
  const { buildWidget } = (await import(file)) as typeof import('../../scripts/build-widget.ts');
  const { loader } = await buildWidget({ outDir: join(copy, 'dist') });
  return readFile(loader, 'utf8');
}

/** The same while one of its files says something else. */
async function buildWith(file: string, words: string, others: string): Promise<string> {
  const path = join(copy, file);
  const code = await readFile(path, 'utf8');
  expect(code).toContain(words);
  await writeFile(path, code.replace(words, others));
  const loader = await build();
  await writeFile(path, code);
  return loader;
}

it('a release that says anything else in a survey’s texts asks for them under another address', async () => {
  const loader = await build();
  expect(await build()).toBe(loader);
  const changed = [
    await buildWith('widget/frame/th.ts', 'ปิด', 'เลิก'),
    await buildWith('widget/frame/frames.ts', "nn: 'nb'", "nn: 'da'"),
    await buildWith('worker/collect/textsOf.ts', "asks('gap')", "asks('ces')"),
    await buildWith('contract/locale.ts', "'Thaa'", "'Latn'"),
  ];
  expect(new Set([loader, ...changed]).size).toBe(5);
});
