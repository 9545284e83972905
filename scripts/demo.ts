import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateDemo } from '../demo/generate.ts';
import { mulberry32 } from '../demo/random.ts';
import { segments } from '../demo/segments.ts';
import { ROOT } from './paths.ts';

/** What `.data/demo.json` says. */
export interface DemoLogin {
  origin: string;
  siteKey: string;
  siteSecret: string;
  kid: string;
  writeKey: string;
  email: string;
  password: string;
  apiKey: string;
}

const OWNER = {
  name: 'Nazanin Kaveh',
  email: 'nazanin@caspian.example',
  password: 'correct-horse-battery',
  role: 'owner',
};
const BATCH = 1_000;
const SEED = 20_261_123;

/**
 * Makes the demo workspace in a running product: contacts of the sample exports, a journey, three live surveys and
 * ninety days of answers. Always the same for the same `now`.
 */
export async function makeDemo(
  origin: string,
  setupToken: string,
  siteKey: string,
  now: number,
): Promise<Omit<DemoLogin, 'origin'>> {
  const [hubspot, salesforce] = await Promise.all([
    readFile(join(ROOT, 'demo/data/contacts-hubspot.csv')),
    readFile(join(ROOT, 'demo/data/contacts-salesforce.csv')),
  ]);
  const demo = generateDemo({ now, hubspot, salesforce, random: mulberry32(SEED) });
  const post = async <T>(path: string, body: unknown): Promise<T> => {
    const response = await fetch(`${origin}/api/setup/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${setupToken}` },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`setup answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const made = await post<Omit<DemoLogin, 'origin' | 'email' | 'password'> & { workspace: string }>('workspace', {
    settings: demo.settings,
    members: [OWNER],
    site: {
      key: siteKey,
      name: 'Caspian Coffee shop',
      origins: ['http://localhost:*', 'http://127.0.0.1:*'],
      idSystem: 'shop',
      privacyUrl: privacyPage(origin),
    },
    stages: demo.stages,
    touchpoints: demo.touchpoints,
    surveys: demo.surveys,
    apiKey: 'admin',
  });
  const history = { workspace: made.workspace, site: siteKey, contacts: [], responses: [], displays: [] };
  await post('history', { ...history, contacts: demo.contacts });
  // In the order of time, so that blocks are cut by the days the answers arrived.
  for (const part of batches(demo.responses)) await post('history', { ...history, responses: part });
  for (const part of batches(demo.displays)) await post('history', { ...history, displays: part });
  await makeSegments(origin, made.apiKey);
  const { workspace, ...login } = made;
  return { ...login, email: OWNER.email, password: OWNER.password };
}

/** Saves the demonstration's segments; each face quotes what one of its people said last. */
async function makeSegments(origin: string, apiKey: string): Promise<void> {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${origin}/api/segments${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`a segment was answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  for (const segment of segments) {
    const { id } = await call<{ id: string }>('POST', '', segment);
    if (!segment.persona) continue;
    const { items } = await call<{ items: { id: string }[] }>('GET', `/${id}/comments?limit=1`);
    await call('PATCH', `/${id}`, { persona: { ...segment.persona, quote: items[0]?.id ?? null } });
  }
}

/** Tells the demo site where its privacy page is now: a later start may be at another port. */
export async function moveDemo({ siteKey, apiKey }: DemoLogin, origin: string): Promise<void> {
  const answer = await fetch(`${origin}/api/sites/${siteKey}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ privacyUrl: privacyPage(origin) }),
  });
  if (!answer.ok) throw new Error(`moving the demo site answered ${answer.status}`);
}

function privacyPage(origin: string): string {
  return `${origin}/demo/privacy`;
}

function* batches<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH);
}
