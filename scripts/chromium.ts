import { existsSync } from 'node:fs';
import { canInstall, install, onPath } from './debian.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/**
 * A Chromium to test in: CHROMIUM, then PATH, then Debian's package when this is root.
 *
 * @throws Error with one clear line where none can be had
 */
export function findChromium(): string {
  const named = process.env['CHROMIUM'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which is not there.`);
  }
  const found = onPath(...NAMES);
  if (found) return found;
  if (canInstall()) {
    console.log('No Chromium found: installing Debian’s package.');
    install('chromium');
    const installed = onPath(...NAMES);
    if (installed) return installed;
  }
  throw new Error('The browser tests need Chromium: install it, or name it in CHROMIUM.');
}
