import { launchChromium } from '../support/browser.ts';
import { playwrightEngine } from './playwrightEngine.ts';
import { suite } from './suite.ts';

suite(async () => playwrightEngine('Chromium', await launchChromium()));
