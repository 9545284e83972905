import { type ChildProcess, spawn } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';

/**
 * Ties the workerd that `start` starts to this process. A process killed outright can end no child, and workerd left
 * behind would hold the port and the databases. So a shell waits at a pipe that only this process holds open, and ends
 * workerd when the pipe ends. Windows does as much by itself.
 */
export async function leash<T>(start: () => Promise<T>): Promise<T> {
  if (process.platform === 'win32') return start();
  const children: ChildProcess[] = [];
  // Miniflare does not tell its child; Node's own channel does.
  const note = (message: unknown) => children.push((message as { process: ChildProcess }).process);
  subscribe('child_process', note);
  try {
    return await start();
  } finally {
    unsubscribe('child_process', note);
    for (const child of children) if (child.spawnfile.includes('workerd')) hold(child);
  }
}

function hold(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  // In a group of its own, or a kill of ours would take the shell along before it has done its work.
  const shell = spawn('sh', ['-c', `read end; kill -9 ${child.pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  // The number of a process that has ended may soon be another's.
  child.once('exit', () => shell.kill('SIGKILL'));
  shell.unref();
  if (shell.stdin instanceof Socket) shell.stdin.unref();
}
