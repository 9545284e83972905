import type { Env } from '../env.ts';
import { loadSite, type SiteConfig } from './sites.ts';

const FRESH_FOR = 60_000;
const LOOKED_UP_EVERY = 5_000;
/** More keys than this are somebody guessing: the oldest are forgotten. */
const KEPT_MAX = 2_000;

const kept = new Map<string, { at: number; site: SiteConfig | null }>();

/** A site's configuration from this isolate's memory, a minute old at most, else from the directory. */
export async function cachedSite(env: Env, key: string, now: number): Promise<SiteConfig | null> {
  const known = kept.get(key);
  if (known && now - known.at < FRESH_FOR) return known.site;
  const site = await loadSite(env, key, now);
  kept.delete(key);
  kept.set(key, { at: now, site });
  if (kept.size > KEPT_MAX) {
    const oldest = kept.keys().next().value;
    if (oldest !== undefined) kept.delete(oldest);
  }
  return site;
}

/** A site's configuration no older than a few seconds: so often, and no more, strangers can make us look. */
export function freshSite(env: Env, key: string, now: number): Promise<SiteConfig | null> {
  const known = kept.get(key);
  if (known && now - known.at > LOOKED_UP_EVERY) kept.delete(key);
  return cachedSite(env, key, now);
}

/** Forgets a site after it was made or changed; other isolates follow within a minute. */
export function forgetSite(key: string): void {
  kept.delete(key);
}

/** The same for all sites of a workspace, when what they share was changed. */
export function forgetSitesOf(workspace: string): void {
  for (const [key, { site }] of kept) if (site?.workspace === workspace) kept.delete(key);
}
