import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Role } from '../../contract/role.ts';
import type { Stage, SurveyDefinition, Touchpoint } from '../../contract/survey.ts';
import type { SiteCreate } from '../../contract/workspace.ts';
import { newSecrets } from '../../scripts/installation.ts';
import { type Product, type ProductSecrets, startProduct } from '../../scripts/product.ts';
import type { Workspace } from '../../worker/workspace/object.ts';

/** The origin test pages answer from, allowed by every test site. */
export const PAGE = 'https://shop.example';
export const PASSWORD = 'correct-horse-battery';

export const STAGES: Stage[] = [
  { id: 'buy', name: { en: 'Buy', fa: 'خرید', pl: 'Zakup' } },
  { id: 'use', name: { en: 'Use', fa: 'استفاده', pl: 'Używanie' } },
];

const touchpoint = (id: string, stage: string): Touchpoint => ({
  id,
  stage,
  name: { en: id },
  promise: { en: `a good ${id}` },
  target: 0.8,
  moment: null,
  owner: null,
});
export const TOUCHPOINTS = [touchpoint('checkout', 'buy'), touchpoint('delivery', 'use')];

export const SURVEY: { id: string } & SurveyDefinition = {
  id: 'after-checkout',
  name: 'After checkout',
  touchpoint: 'checkout',
  questions: [
    { id: 'rating', type: 'csat', text: { en: 'How was it?', fa: 'چطور بود؟', pl: 'Jak było?' }, required: true },
    { id: 'why', type: 'text', text: { en: 'Why?', fa: 'چرا؟', pl: 'Dlaczego?' } },
  ],
  triggers: { event: 'checkout_done' },
  period: 30,
  locales: ['en', 'fa', 'pl'],
};

/** An object called from outside: every method answers a promise. */
export type Remote<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};

export interface TestWorkspace {
  id: string;
  siteKey: string;
  siteSecret: string;
  kid: string;
  writeKey: string;
  apiKey: string;
  emails: Record<Role, string>;
  /** The workspace's object itself, for its meter and its proofs. */
  object: Remote<Workspace>;
  /** Posts to the public edge as a page of the site would. */
  send(
    path: 'responses' | 'displays' | 'identify' | 'decide',
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** Calls the admin API with the workspace's key. */
  api(path: string, init?: RequestInit): Promise<Response>;
  /** An identity token as the site's server would sign it. */
  token(claims: Record<string, unknown>, options?: TokenOptions): Promise<string>;
}

export interface TokenOptions {
  secret?: string;
  kid?: string;
  audience?: string;
  /** Seconds since 1970. */
  issuedAt?: number;
  expiresAt?: number;
}

export interface TestProduct extends Product {
  setupToken: string;
  makeWorkspace(options?: {
    dailyQuota?: number;
    /** Of the site, if not after an interaction. */
    storage?: SiteCreate['storage'];
    surveys?: ({ id: string } & SurveyDefinition)[];
    origins?: string[];
  }): Promise<TestWorkspace>;
  /** Signs a member in and answers the cookie header. */
  signIn(email: string, password?: string): Promise<string>;
}

/** The built product on a free port, its databases in memory. Needs a build: `npm test` makes one first. */
export async function startTestProduct(
  dataDir: string | null = null,
  more: Partial<ProductSecrets> = {},
): Promise<TestProduct> {
  const secrets = { ...newSecrets(), ...more };
  const product = await startProduct({ port: 0, dataDir, secrets });
  const { origin, miniflare } = product;
  return {
    ...product,
    setupToken: secrets.SETUP_TOKEN,
    async makeWorkspace(options = {}) {
      const tag = randomBytes(6).toString('hex');
      const roles: Role[] = ['viewer', 'agent', 'admin', 'owner'];
      const emails = Object.fromEntries(
        roles.map((role) => [role, `${role}-${tag}@team.example`]),
      ) as TestWorkspace['emails'];
      const response = await fetch(`${origin}/api/setup/workspace`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secrets.SETUP_TOKEN}` },
        body: JSON.stringify({
          settings: {
            name: `Team ${tag}`,
            timeZone: 'Asia/Tehran',
            calendar: 'gregory',
            country: 'IR',
            languages: ['en', 'fa', 'pl'],
          },
          members: roles.map((role) => ({ name: `The ${role}`, email: emails[role], password: PASSWORD, role })),
          site: {
            name: 'Shop',
            origins: options.origins ?? [PAGE],
            idSystem: 'shop',
            ...(options.dailyQuota ? { dailyQuota: options.dailyQuota } : {}),
            ...(options.storage ? { storage: options.storage } : {}),
          },
          stages: STAGES,
          touchpoints: TOUCHPOINTS,
          surveys: options.surveys ?? [SURVEY],
          apiKey: 'admin',
        }),
      });
      if (!response.ok) throw new Error(await response.text());
      const { workspace, ...made } = (await response.json()) as Omit<TestWorkspace, 'id'> & { workspace: string };
      const namespace = await miniflare.getDurableObjectNamespace('WORKSPACE');
      const object = namespace.get(namespace.idFromName(workspace)) as unknown as Remote<Workspace>;
      return {
        ...made,
        id: workspace,
        emails,
        object,
        send: (path, body, headers = {}) =>
          fetch(`${origin}/v1/sites/${made.siteKey}/${path}`, {
            method: 'POST',
            headers: { origin: PAGE, 'content-type': 'text/plain', ...headers },
            body: typeof body === 'string' ? body : JSON.stringify(body),
          }),
        api: (path, init = {}) =>
          fetch(`${origin}/api${path}`, {
            ...init,
            headers: {
              authorization: `Bearer ${made.apiKey}`,
              ...(init.body ? { 'content-type': 'application/json' } : {}),
              ...init.headers,
            },
          }),
        token: (claims, { secret, kid, audience, issuedAt, expiresAt } = {}) => {
          const now = Math.floor(Date.now() / 1000);
          return new SignJWT(claims)
            .setProtectedHeader({ alg: 'HS256', kid: kid ?? made.kid })
            .setAudience(audience ?? made.siteKey)
            .setIssuedAt(issuedAt ?? now)
            .setExpirationTime(expiresAt ?? (issuedAt ?? now) + 600)
            .sign(new TextEncoder().encode(secret ?? made.siteSecret));
        },
      };
    },
    async signIn(email, password = PASSWORD) {
      const response = await fetch(`${origin}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      });
      if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
      return response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';', 1)[0])
        .join('; ');
    },
  };
}
