/** Roles of a workspace, weakest first; each may do all that the one before may. Free of zod. */
export const ROLES = ['viewer', 'agent', 'admin', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** Whether `role` may do what asks for at least `least`. */
export function mayActAs(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/** What an API key may act as: an owner's doings are a person's. */
export const KEY_ROLES = ['viewer', 'agent', 'admin'] as const;
