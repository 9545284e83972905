import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { newSiteKey } from '../worker/directory/siteKey.ts';
import type { ProductSecrets } from './product.ts';

/** Something whoever runs the product can mend: printed as one line. */
export class Unready extends Error {}

/**
 * Makes sure the data folder can be written.
 *
 * @throws Unready
 */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
    // Root may write anywhere by permission, yet not on a read-only disk.
    await writeFile(join(folder, '.write-test'), '');
  } catch (error) {
    throw new Unready(`The folder ${folder} cannot be written (${codeOf(error)}). Mend it, or set DATA_DIR.`);
  }
}

/** The installation's secrets, made on first sight and kept for its owner's eyes only. */
export async function secretsIn(folder: string): Promise<ProductSecrets & { DEMO_SITE: string }> {
  const file = join(folder, 'secrets.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as ProductSecrets & { DEMO_SITE: string };
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw new Unready(`${file} cannot be read (${codeOf(error)}).`);
  }
  const secrets = newSecrets();
  await writeWhole(file, secrets);
  return secrets;
}

/** Writes a private file whole or not at all: a kill in between leaves the one before. */
export async function writeWhole(file: string, value: unknown): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(value, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** Fresh secrets for an installation. */
export function newSecrets(): ProductSecrets & { DEMO_SITE: string } {
  return {
    SECRET_KEY: randomBytes(32).toString('base64'),
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    SETUP_TOKEN: randomBytes(24).toString('base64url'),
    DEMO_SITE: newSiteKey(),
  };
}

/**
 * The port asked for by PORT, which must be free.
 *
 * @throws Unready
 */
export async function freePort(asked: string | undefined): Promise<number> {
  const port = Number(asked ?? 8787);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Unready(`PORT must be a port number, not "${asked}".`);
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const taken = codeOf(error) === 'EADDRINUSE';
      reject(
        new Unready(
          taken ? `Port ${port} is in use. Set PORT to another.` : `Port ${port} cannot be opened (${codeOf(error)}).`,
        ),
      );
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
  return port;
}

export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof SyntaxError ? 'not JSON' : 'unknown error';
}
