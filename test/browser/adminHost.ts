import type { Browser, BrowserContext, Page } from 'playwright-core';
import { makeDemo } from '../../scripts/demo.ts';
import { newSecrets } from '../../scripts/installation.ts';
import { type Product, type ProductSecrets, startProduct } from '../../scripts/product.ts';
import { launchChromium } from '../support/browser.ts';

/** How a screen is looked at. */
export interface View {
  language: string;
  scheme: 'light' | 'dark';
  width: number;
  signedIn?: boolean;
}

const SEEN: View[] = [
  { language: 'en', scheme: 'light', width: 1440 },
  { language: 'fa', scheme: 'dark', width: 360 },
  { language: 'fa', scheme: 'dark', width: 1440 },
  { language: 'pl', scheme: 'dark', width: 360 },
  { language: 'fa', scheme: 'light', width: 360 },
  { language: 'pl', scheme: 'light', width: 1440 },
];

/** How a screen is looked at: in the two ways least alike, and with TEST_FULL in all of them. */
export const VIEWS: readonly View[] = process.env['TEST_FULL'] ? SEEN : SEEN.slice(0, 2);

/** A product with the demo workspace, and a browser whose pages are signed in to it as its owner. */
export interface AdminHost {
  origin: string;
  /** An answer tied by proof, and whose it is. */
  answer: string;
  person: string;
  /** Opens a screen and waits until it is quiet. `troubles` gathers what the console complains of. */
  open(path: string, view: View): Promise<{ page: Page; troubles: string[] }>;
  stop(): Promise<void>;
}

async function signIn(browser: Browser, product: Product, login: { email: string; password: string }) {
  const context = await browser.newContext();
  await context.request.post(`${product.origin}/api/auth/sign-in/email`, {
    headers: { origin: product.origin },
    data: login,
  });
  return context;
}

/** Starts both. */
export async function startAdmin(more: Pick<ProductSecrets, 'OUTBOUND_ALLOW'> = {}): Promise<AdminHost> {
  const secrets = { ...newSecrets(), ...more };
  const [product, browser] = await Promise.all([startProduct({ port: 0, dataDir: null, secrets }), launchChromium()]);
  const { origin } = product;
  const { email, password } = await makeDemo(origin, secrets.SETUP_TOKEN, secrets.DEMO_SITE, Date.now());
  const signedIn = await signIn(browser, product, { email, password });
  const cookies: Awaited<ReturnType<BrowserContext['cookies']>> = await signedIn.cookies();
  const answers = await (await signedIn.request.get(`${origin}/api/responses?trust=verified&limit=1`)).json();
  await signedIn.close();
  return {
    origin,
    answer: answers.items[0].id,
    person: answers.items[0].contact.id,
    async open(path, { language, scheme, width, signedIn: known = true }) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: scheme,
        reducedMotion: 'reduce',
        locale: language,
      });
      if (known) await context.addCookies(cookies);
      const page = await context.newPage();
      const troubles: string[] = [];
      page.on('pageerror', (error) => troubles.push(error.message));
      page.on('console', (message) => {
        // The one expected failure: asking who is signed in before anybody is.
        if (message.type() === 'error' && !message.location().url.endsWith('/api/session'))
          troubles.push(message.text());
      });
      await page.goto(origin + path);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      return { page, troubles };
    },
    async stop() {
      await browser.close();
      await product.stop();
    },
  };
}
