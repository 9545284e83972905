import { SECRET_OVERLAP } from '../../contract/limits.ts';
import type { SurveyRule } from '../../contract/rules.ts';
import type { Survey, SurveyDefinition } from '../../contract/survey.ts';
import type { Settings, Site, SiteCreate, SiteEdit } from '../../contract/workspace.ts';
import { originAllowed } from '../collect/originAllowed.ts';
import type { Env } from '../env.ts';
import { compileRules } from './compileRules.ts';
import { openSecret, sealSecret } from './secretBox.ts';
import { newSiteKey } from './siteKey.ts';
import { hashKey, newKey } from './tokens.ts';

const ORIGINS_KEPT = 20;

/** A site as the public edge needs it. */
export interface SiteConfig {
  key: string;
  name: string;
  workspace: string;
  origins: string[];
  idSystem: string;
  authoritative: boolean;
  otherSystems: string[];
  keepParams: string[];
  privacyUrl: string | null;
  dailyQuota: number;
  storage: Site['storage'];
  /** Signing secrets in force, newest first. */
  secrets: { kid: string; secret: string }[];
  rules: SurveyRule[];
  /** The workspace's own, for the loader. */
  fatigue: Settings['fatigue'];
}

interface SiteRow {
  key: string;
  workspace: string;
  name: string;
  origins: string;
  id_system: string;
  authoritative: number;
  other_systems: string;
  keep_params: string;
  privacy_url: string | null;
  daily_quota: number;
  storage: string;
  kid: string;
  secret: string;
  previous_kid: string | null;
  previous_secret: string | null;
  previous_until: number | null;
  rules: string;
  fatigue: string;
  last_seen: string;
  refused: string;
  created_at: number;
}

/** The compiled configuration of a site, or null if there is none. */
export async function loadSite(env: Env, key: string, now: number): Promise<SiteConfig | null> {
  const row = await env.DIRECTORY.prepare('SELECT * FROM site WHERE key = ?').bind(key).first<SiteRow>();
  if (!row) return null;
  const secrets = [{ kid: row.kid, secret: await openSecret(env.SECRET_KEY, `site:${key}`, row.secret) }];
  if (row.previous_kid && row.previous_secret && (row.previous_until ?? 0) > now) {
    secrets.push({
      kid: row.previous_kid,
      secret: await openSecret(env.SECRET_KEY, `site:${key}`, row.previous_secret),
    });
  }
  return {
    key,
    name: row.name,
    workspace: row.workspace,
    origins: JSON.parse(row.origins) as string[],
    idSystem: row.id_system,
    authoritative: row.authoritative === 1,
    otherSystems: JSON.parse(row.other_systems) as string[],
    keepParams: JSON.parse(row.keep_params) as string[],
    privacyUrl: row.privacy_url,
    dailyQuota: row.daily_quota,
    storage: row.storage as Site['storage'],
    secrets,
    rules: JSON.parse(row.rules) as SurveyRule[],
    fatigue: JSON.parse(row.fatigue) as Settings['fatigue'],
  };
}

/** A workspace's sites, oldest first; never with their secrets. */
export async function listSites(env: Env, workspace: string): Promise<Site[]> {
  const { results } = await env.DIRECTORY.prepare('SELECT * FROM site WHERE workspace = ? ORDER BY created_at, key')
    .bind(workspace)
    .all<SiteRow>();
  return results.map((row) => toSite(row));
}

/** One of a workspace's sites; another workspace's is not there. */
export async function readSite(env: Env, workspace: string, key: string): Promise<Site | null> {
  const row = await env.DIRECTORY.prepare('SELECT * FROM site WHERE workspace = ? AND key = ?')
    .bind(workspace, key)
    .first<SiteRow>();
  return row && toSite(row);
}

/** Makes a site. Answers its secret and write key, which are never shown again. */
export async function createSite(
  env: Env,
  workspace: string,
  input: SiteCreate & { key?: string | undefined },
  live: readonly Survey[],
  now: number,
): Promise<{ site: Site; secret: string; kid: string; writeKey: string }> {
  const key = input.key ?? newSiteKey();
  const { kid, secret } = newSecret();
  const writeKey = newKey('wk');
  await env.DIRECTORY.prepare(
    `INSERT INTO site (key, workspace, name, origins, id_system, authoritative, other_systems, keep_params, privacy_url, daily_quota,
       storage, kid, secret, write_key_hash, rules, last_seen, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?)`,
  )
    .bind(
      key,
      workspace,
      input.name,
      JSON.stringify(input.origins),
      input.idSystem,
      input.authoritative ? 1 : 0,
      JSON.stringify(input.otherSystems),
      JSON.stringify(input.keepParams),
      input.privacyUrl,
      input.dailyQuota,
      input.storage,
      kid,
      await sealSecret(env.SECRET_KEY, `site:${key}`, secret),
      hashKey(writeKey),
      JSON.stringify(compileRules(live)),
      now,
    )
    .run();
  const site = await readSite(env, workspace, key);
  if (!site) throw new Error('a site just written is missing');
  return { site, secret, kid, writeKey };
}

/** Changes a site's settings; what is not named stays as it is by then. */
export async function editSite(env: Env, workspace: string, key: string, edit: SiteEdit): Promise<Site | null> {
  const columns: Record<string, string | number | null | undefined> = {
    name: edit.name,
    origins: edit.origins && JSON.stringify(edit.origins),
    id_system: edit.idSystem,
    authoritative: edit.authoritative === undefined ? undefined : Number(edit.authoritative),
    other_systems: edit.otherSystems && JSON.stringify(edit.otherSystems),
    keep_params: edit.keepParams && JSON.stringify(edit.keepParams),
    privacy_url: edit.privacyUrl,
    daily_quota: edit.dailyQuota,
    storage: edit.storage,
  };
  const named = Object.entries(columns).filter(([, value]) => value !== undefined);
  if (named.length > 0) {
    await env.DIRECTORY.prepare(
      `UPDATE site SET ${named.map(([name]) => `${name} = ?`).join(', ')} WHERE workspace = ? AND key = ?`,
    )
      .bind(...named.map(([, value]) => value), workspace, key)
      .run();
  }
  return readSite(env, workspace, key);
}

/** Gives a site a new signing secret; the one before stays valid for a day, for pages that are open. */
export async function rotateSecret(
  env: Env,
  workspace: string,
  key: string,
  now: number,
): Promise<{ kid: string; secret: string } | null> {
  const { kid, secret } = newSecret();
  const done = await env.DIRECTORY.prepare(
    `UPDATE site SET previous_kid = kid, previous_secret = secret, previous_until = ?, kid = ?, secret = ?
     WHERE workspace = ? AND key = ?`,
  )
    .bind(now + SECRET_OVERLAP, kid, await sealSecret(env.SECRET_KEY, `site:${key}`, secret), workspace, key)
    .run();
  return done.meta.changes > 0 ? { kid, secret } : null;
}

/**
 * Writes what a workspace has live to all its sites, and a version's definition for its texts files.
 *
 * @param fatigue how often people may be asked; without it, as it was
 */
export async function publishToSites(
  env: Env,
  workspace: string,
  live: readonly Survey[],
  fatigue?: Settings['fatigue'],
): Promise<void> {
  await env.DIRECTORY.batch([
    env.DIRECTORY.prepare('UPDATE site SET rules = ?, fatigue = coalesce(?, fatigue) WHERE workspace = ?').bind(
      JSON.stringify(compileRules(live)),
      fatigue ? JSON.stringify(fatigue) : null,
      workspace,
    ),
    ...live.map(({ id, version, status, publishedAt, edited, ...definition }) =>
      env.DIRECTORY.prepare(
        'INSERT OR IGNORE INTO published_survey (workspace, survey, version, definition) VALUES (?, ?, ?, ?)',
      ).bind(workspace, id, version, JSON.stringify(definition)),
    ),
  ]);
}

/** Notes where a site's tag was met, or turned away, and when. The latest twenty are kept of each. */
export async function noteOrigins(
  env: Env,
  key: string,
  column: 'last_seen' | 'refused',
  met: readonly (readonly [origin: string, at: number])[],
): Promise<void> {
  const row = await env.DIRECTORY.prepare(`SELECT ${column} AS known FROM site WHERE key = ?`)
    .bind(key)
    .first<{ known: string }>();
  if (!row) return;
  const known = new Map((JSON.parse(row.known) as Site['refused']).map(({ origin, at }) => [origin, Date.parse(at)]));
  for (const [origin, at] of met) known.set(origin, at);
  const latest = [...known].sort((a, b) => b[1] - a[1]).slice(0, ORIGINS_KEPT);
  await env.DIRECTORY.prepare(`UPDATE site SET ${column} = ? WHERE key = ?`)
    .bind(JSON.stringify(latest.map(([origin, at]) => ({ origin, at: new Date(at).toISOString() }))), key)
    .run();
}

/** The secret is used as the UTF-8 bytes of this text, as every JWT library takes it. */
function newSecret(): { kid: string; secret: string } {
  return { kid: `k${newKey('').slice(1, 9)}`, secret: newKey('tsk') };
}

function toSite(row: SiteRow): Site {
  const origins = JSON.parse(row.origins) as string[];
  return {
    key: row.key,
    name: row.name,
    origins,
    idSystem: row.id_system,
    authoritative: row.authoritative === 1,
    otherSystems: JSON.parse(row.other_systems) as string[],
    keepParams: JSON.parse(row.keep_params) as string[],
    privacyUrl: row.privacy_url,
    dailyQuota: row.daily_quota,
    storage: row.storage as Site['storage'],
    kid: row.kid,
    previousUntil: row.previous_until === null ? null : new Date(row.previous_until).toISOString(),
    lastSeen: JSON.parse(row.last_seen) as Site['lastSeen'],
    // What has been listed since is not refused any more.
    refused: (JSON.parse(row.refused) as Site['refused']).filter(({ origin }) => !originAllowed(origin, origins)),
    createdAt: new Date(row.created_at).toISOString(),
  };
}

/** What a published version asked; null when there is none. Immutable, so callers may keep it. */
export async function readPublished(
  env: Env,
  workspace: string,
  survey: string,
  version: number,
): Promise<SurveyDefinition | null> {
  const row = await env.DIRECTORY.prepare(
    'SELECT definition FROM published_survey WHERE workspace = ? AND survey = ? AND version = ?',
  )
    .bind(workspace, survey, version)
    .first<{ definition: string }>();
  return row && (JSON.parse(row.definition) as SurveyDefinition);
}
