import { firefox } from 'playwright-core';
import { playwrightEngine } from './playwrightEngine.ts';
import { suite } from './suite.ts';

suite(async () => {
  const executablePath = process.env['FIREFOX'] ?? '/usr/bin/firefox-esr';
  return playwrightEngine('Firefox', await firefox.launch({ channel: 'moz-firefox', executablePath }));
});
