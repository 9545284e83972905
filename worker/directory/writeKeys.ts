import type { Env } from '../env.ts';
import { hashKey, newKey } from './tokens.ts';

const FRESH_FOR = 60_000;
/** More than this are somebody guessing: the oldest are forgotten. */
const KEPT_MAX = 2_000;

/** By the key's hash, the public key of the site it writes to; null for those nobody has. */
const kept = new Map<string, { at: number; site: string | null }>();

/** The public key of the site that a write key belongs to, a minute old at most. */
export async function siteKeyOf(env: Env, hash: string, now: number): Promise<string | null> {
  const known = kept.get(hash);
  if (known && now - known.at < FRESH_FOR) return known.site;
  const row = await env.DIRECTORY.prepare('SELECT key FROM site WHERE write_key_hash = ?')
    .bind(hash)
    .first<{ key: string }>();
  kept.delete(hash);
  kept.set(hash, { at: now, site: row?.key ?? null });
  if (kept.size > KEPT_MAX) {
    const oldest = kept.keys().next().value;
    if (oldest !== undefined) kept.delete(oldest);
  }
  return row?.key ?? null;
}

/**
 * Gives a site a new write key, which is never shown again. The one before ends: here at once, in other isolates within
 * a minute.
 */
export async function rotateWriteKey(env: Env, workspace: string, site: string): Promise<string | null> {
  const writeKey = newKey('wk');
  const done = await env.DIRECTORY.prepare('UPDATE site SET write_key_hash = ? WHERE workspace = ? AND key = ?')
    .bind(hashKey(writeKey), workspace, site)
    .run();
  if (done.meta.changes === 0) return null;
  for (const [hash, known] of kept) if (known.site === site) kept.delete(hash);
  return writeKey;
}
