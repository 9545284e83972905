import { ROLES, type Role } from '../../contract/role.ts';
import type { Env } from '../env.ts';

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

export async function renameWorkspace(env: Env, workspace: string, name: string): Promise<void> {
  await env.DIRECTORY.prepare('UPDATE organization SET name = ? WHERE id = ?').bind(name, workspace).run();
}

function roleOf(role: string): Role | undefined {
  return ROLES.find((known) => known === role);
}
