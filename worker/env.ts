import type { Workspace } from './workspace/object.ts';

/** Every binding of wrangler.toml, and the secrets it names. */
export interface Env {
  ASSETS: Fetcher;
  DIRECTORY: D1Database;
  WORKSPACE: DurableObjectNamespace<Workspace>;
  COLLECT_LIMIT: RateLimit;
  SIGN_IN_LIMIT: RateLimit;
  /** 32 bytes in base64: encrypts the sites' signing secrets at rest. */
  SECRET_KEY: string;
  /** Signs sessions. */
  AUTH_SECRET: string;
  /** Opens `POST /api/setup`; absent, that route does not exist. */
  SETUP_TOKEN?: string;
  /** The site whose demo shop is served under `/demo`; absent, there is none. */
  DEMO_SITE?: string;
  /** Exact `host:port`s, separated by commas, that outgoing calls may reach though they are not public: for tests alone. */
  OUTBOUND_ALLOW?: string;
}
