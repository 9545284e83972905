import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { codeOf, Unready } from './installation.ts';

/**
 * Makes this the only product on a data folder until the process ends: two would write to the same databases, each
 * with facts of its own in memory. Whoever listens at the folder's socket has it; unlike a number in a file, listening
 * does not outlive its process. Where a disk knows no sockets, nothing is claimed.
 *
 * @throws Unready when another has it
 */
export async function claimFolder(folder: string): Promise<void> {
  const path = socketOf(folder);
  if (await listens(path)) return;
  if (!(await answers(path))) {
    // Left behind by one that was killed.
    await rm(path, { force: true });
    if (await listens(path)) return;
  }
  throw new Unready(`Touchstone is already running on ${folder}. Stop it, or set DATA_DIR.`);
}

function socketOf(folder: string): string {
  if (process.platform !== 'win32') return join(folder, 'running.sock');
  return `\\\\.\\pipe\\touchstone-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)}`;
}

/** Listens for as long as the process lives; false when another does. */
function listens(path: string): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.once('error', (error) => done(codeOf(error) !== 'EADDRINUSE'));
    server.listen(path, () => done(true));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}
