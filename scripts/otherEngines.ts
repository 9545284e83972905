import { existsSync, globSync } from 'node:fs';
import { canInstall, install, onPath } from './debian.ts';

/** Where the engines beside Chromium are, as environment for the tests, and which are not there. */
export interface OtherEngines {
  env: Record<string, string>;
  /** A line for each engine that cannot be had on this machine. */
  missing: string[];
}

/**
 * Finds Firefox and WebKit: FIREFOX, WEBKIT_DRIVER and WEBKIT_BROWSER, then PATH, then Debian's packages when this is
 * root. Where they cannot be installed (another system, another user) a missing one is named.
 *
 * @throws Error where one could have been installed and was not
 */
export function findOtherEngines(): OtherEngines {
  const found: OtherEngines = { env: {}, missing: [] };
  take(found, 'Firefox', ['firefox-esr'], firefox);
  take(found, 'WebKit', ['webkit2gtk-driver', 'xvfb'], webkit);
  return found;
}

function take(found: OtherEngines, name: string, packages: string[], look: () => Record<string, string> | undefined) {
  let env = look();
  if (!env && canInstall()) {
    console.log(`No ${name} found: installing Debian’s ${packages.join(' and ')}.`);
    install(...packages);
    env = look();
    if (!env) throw new Error(`${name} could not be installed: apt-get install ${packages.join(' ')} says why.`);
  }
  if (env) Object.assign(found.env, env);
  else found.missing.push(`${name} is not on this machine (Debian: ${packages.join(', ')}): none of its tests ran.`);
}

function firefox(): Record<string, string> | undefined {
  const path = process.env['FIREFOX'] ?? onPath('firefox-esr');
  return path && existsSync(path) ? { FIREFOX: path } : undefined;
}

function webkit(): Record<string, string> | undefined {
  const driver = process.env['WEBKIT_DRIVER'] ?? onPath('WebKitWebDriver');
  const browser = process.env['WEBKIT_BROWSER'] ?? globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')[0];
  const screen = onPath('Xvfb');
  return driver && browser && screen ? { WEBKIT_DRIVER: driver, WEBKIT_BROWSER: browser, XVFB: screen } : undefined;
}
