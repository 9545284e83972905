import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether packages can be installed here: Debian or a child of it, and we are root. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs packages; tells whether apt says that it has. */
export function install(...packages: string[]): boolean {
  const quietly = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const tryIt = () =>
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quietly).status === 0;
  if (tryIt()) return true;
  spawnSync('apt-get', ['update'], quietly);
  return tryIt();
}

/** The first of some programs that is on the PATH. */
export function onPath(...names: string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file));
}
