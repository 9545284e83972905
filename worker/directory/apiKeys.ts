import type { ApiKey, ApiKeyCreate } from '../../contract/apiKey.ts';
import { API_KEYS_MAX } from '../../contract/limits.ts';
import { ROLES, type Role } from '../../contract/role.ts';
import type { Env } from '../env.ts';
import type { Membership } from './members.ts';
import { hashKey, newKey } from './tokens.ts';

const DAY = 86_400_000;

interface KeyRow {
  id: string;
  name: string;
  role: string;
  created_at: number;
  made_by: string;
  last_used: number | null;
}

const COLUMNS = 'id, name, role, created_at, made_by, last_used';

/** The membership of an API key, of which `hash` is what tells it from every other. Notes the day it was used on. */
export async function membershipOfKey(
  env: Env,
  key: string,
  now: number,
): Promise<(Membership & { name: string; hash: string }) | null> {
  const hash = hashKey(key);
  const row = await env.DIRECTORY.prepare(
    `SELECT organization.id, organization.name AS workspace_name, api_key.role, api_key.name, api_key.last_used
     FROM api_key JOIN organization ON organization.id = api_key.workspace WHERE api_key.hash = ?`,
  )
    .bind(hash)
    .first<{ id: string; workspace_name: string; role: string; name: string; last_used: number | null }>();
  const role = row && ROLES.find((known) => known === row.role);
  if (!row || !role) return null;
  const today = now - (now % DAY);
  if ((row.last_used ?? 0) < today) {
    await env.DIRECTORY.prepare('UPDATE api_key SET last_used = ? WHERE hash = ?').bind(today, hash).run();
  }
  return { workspace: { id: row.id, name: row.workspace_name }, role, name: row.name, hash };
}

/** Makes a key; only its hash is kept. Null when the workspace has as many as it may. */
export async function createApiKey(
  env: Env,
  workspace: string,
  { name, role, by }: Pick<ApiKeyCreate, 'name'> & { role: Role; by: string | null },
  now: number,
): Promise<(ApiKey & { key: string }) | null> {
  const key = newKey('ts');
  const id = newKey('k').slice(0, 14);
  const done = await env.DIRECTORY.prepare(
    `INSERT INTO api_key (hash, workspace, name, role, created_at, id, made_by)
     SELECT ?, ?, ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM api_key WHERE workspace = ?) < ?`,
  )
    .bind(hashKey(key), workspace, name, role, now, id, by ?? '', workspace, API_KEYS_MAX)
    .run();
  if (done.meta.changes === 0) return null;
  return { id, name, role, createdAt: new Date(now).toISOString(), by, lastUsedAt: null, key };
}

/** The keys of a workspace, newest first. */
export async function listApiKeys(env: Env, workspace: string): Promise<ApiKey[]> {
  const { results } = await env.DIRECTORY.prepare(
    `SELECT ${COLUMNS} FROM api_key WHERE workspace = ? ORDER BY created_at DESC, id`,
  )
    .bind(workspace)
    .all<KeyRow>();
  return results.map(({ id, name, role, created_at, made_by, last_used }) => ({
    id,
    name,
    role: ROLES.find((known) => known === role) ?? 'viewer',
    createdAt: new Date(created_at).toISOString(),
    by: made_by || null,
    lastUsedAt: last_used === null ? null : new Date(last_used).toISOString(),
  }));
}

/** Ends a key at once; answers its name, null when there is none. */
export async function revokeApiKey(env: Env, workspace: string, id: string): Promise<string | null> {
  const row = await env.DIRECTORY.prepare('DELETE FROM api_key WHERE workspace = ? AND id = ? RETURNING name')
    .bind(workspace, id)
    .first<{ name: string }>();
  return row?.name ?? null;
}
