import { ROLES, type Role } from '../../contract/role.ts';
import type { Env } from '../env.ts';
import { hashKey, newKey } from './tokens.ts';

/** Which workspace a caller acts in, and as what. */
export interface Membership {
  workspace: { id: string; name: string };
  role: Role;
}

/** The membership a session acts by: the workspace it chose, else the one joined first. */
export async function membershipOf(env: Env, user: string, chosen: string | null): Promise<Membership | null> {
  const row = await env.DIRECTORY.prepare(
    `SELECT organization.id, organization.name, member.role FROM member
     JOIN organization ON organization.id = member.organizationId
     WHERE member.userId = ? ORDER BY organization.id = ? DESC, member.createdAt LIMIT 1`,
  )
    .bind(user, chosen ?? '')
    .first<{ id: string; name: string; role: string }>();
  const role = row && roleOf(row.role);
  return row && role ? { workspace: { id: row.id, name: row.name }, role } : null;
}

/** The membership of an API key. */
export async function membershipOfKey(
  env: Env,
  key: string,
): Promise<(Membership & { name: string; hash: string }) | null> {
  const hash = hashKey(key);
  const row = await env.DIRECTORY.prepare(
    `SELECT organization.id, organization.name AS workspace_name, api_key.role, api_key.name FROM api_key
     JOIN organization ON organization.id = api_key.workspace WHERE api_key.hash = ?`,
  )
    .bind(hash)
    .first<{ id: string; workspace_name: string; role: string; name: string }>();
  const role = row && roleOf(row.role);
  return row && role ? { workspace: { id: row.id, name: row.workspace_name }, role, name: row.name, hash } : null;
}

/** Makes an API key; only its hash is kept. */
export async function createApiKey(
  env: Env,
  workspace: string,
  name: string,
  role: Role,
  now: number,
): Promise<string> {
  const key = newKey('ts');
  await env.DIRECTORY.prepare('INSERT INTO api_key (hash, workspace, name, role, created_at) VALUES (?, ?, ?, ?, ?)')
    .bind(hashKey(key), workspace, name, role, now)
    .run();
  return key;
}

export async function renameWorkspace(env: Env, workspace: string, name: string): Promise<void> {
  await env.DIRECTORY.prepare('UPDATE organization SET name = ? WHERE id = ?').bind(name, workspace).run();
}

function roleOf(role: string): Role | undefined {
  return ROLES.find((known) => known === role);
}
