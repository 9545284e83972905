import type { Env } from '../env.ts';

/** What the actors of an audit trail are called, by their id: members by name, keys and the product by their own. */
export async function actorNames(env: Env, actors: readonly string[]): Promise<Map<string, string>> {
  const users = [...new Set(actors.flatMap((actor) => (actor.startsWith('user:') ? [actor.slice(5)] : [])))];
  const names = new Map(actors.map((actor) => [actor, actor.replace(/^(key|user):/, '')]));
  if (users.length === 0) return names;
  const { results } = await env.DIRECTORY.prepare(
    'SELECT id, name FROM user WHERE id IN (SELECT value FROM json_each(?))',
  )
    .bind(JSON.stringify(users))
    .all<{ id: string; name: string }>();
  for (const { id, name } of results) names.set(`user:${id}`, name);
  return names;
}
