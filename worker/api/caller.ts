import type { Context, MiddlewareHandler } from 'hono';
import { mayActAs, type Role } from '../../contract/role.ts';
import { membershipOfKey } from '../directory/apiKeys.ts';
import { authFor } from '../directory/auth.ts';
import { type Membership, membershipOf } from '../directory/members.ts';
import type { Env } from '../env.ts';
import { ProblemError } from '../errors.ts';
import type { Actor } from '../workspace/auditTrail.ts';
import type { Workspace } from '../workspace/object.ts';

/** Who calls the admin API: a member with a session, or an API key. */
export interface Caller extends Membership {
  actor: Actor;
  user: { id: string; name: string; email: string } | null;
  /** What they called with, told apart from every other: keys may share a name. */
  credential: string;
}

export type ApiEnv = {
  Bindings: Env;
  Variables: { now: number; caller: Caller; workspace: DurableObjectStub<Workspace> };
};

/**
 * Lets in who may act as `least` at least. The workspace comes from the membership or the key and nowhere else, so
 * another workspace's ids are simply not found.
 */
export function requireRole(least: Role): MiddlewareHandler<ApiEnv> {
  return async function requireRole(c, next) {
    const caller = await callerOf(c);
    if (!caller) throw new ProblemError(401, 'signed-out', 'Sign in, or send an API key.');
    if (!mayActAs(caller.role, least)) throw new ProblemError(403, 'role', `This takes the role ${least}.`);
    c.set('caller', caller);
    c.set('workspace', c.env.WORKSPACE.get(c.env.WORKSPACE.idFromName(caller.workspace.id)));
    c.header('cache-control', 'no-store');
    return next();
  };
}

async function callerOf(c: Context<ApiEnv>): Promise<Caller | null> {
  const authorization = c.req.header('authorization');
  if (authorization !== undefined) {
    const key = /^Bearer ([A-Za-z0-9_-]{10,200})$/.exec(authorization)?.[1];
    const membership = key ? await membershipOfKey(c.env, key, c.var.now) : null;
    if (!membership) return null;
    const { name, hash, ...rest } = membership;
    return { ...rest, user: null, actor: { id: `key:${name}`, name }, credential: `key:${hash}` };
  }
  const auth = authFor(c.env, new URL(c.req.url).protocol === 'https:');
  const found = await auth.api.getSession({ headers: c.req.raw.headers });
  if (!found) return null;
  const { user, session } = found;
  const membership = await membershipOf(c.env, user.id, session.activeOrganizationId ?? null);
  if (!membership) return null;
  return {
    ...membership,
    user: { id: user.id, name: user.name, email: user.email },
    actor: { id: `user:${user.id}`, name: user.name },
    credential: `user:${user.id}`,
  };
}

/** Whether identifiers are hidden from this caller. */
export function isMasked(caller: Caller): boolean {
  return !mayActAs(caller.role, 'agent');
}

/** Where a fact entered by this caller is said to come from. */
export function sourceOf(caller: Caller): 'admin' | 'api' {
  return caller.user ? 'admin' : 'api';
}
