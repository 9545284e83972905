import type { Survey } from '../../contract/survey.ts';
import { forgetSite } from '../directory/siteCache.ts';
import { listSites, publishToSites } from '../directory/sites.ts';
import type { Env } from '../env.ts';
import type { SiteActivity } from '../survey-check/context.ts';

const SEEN_LATELY = 7 * 86_400_000;

/**
 * Writes what is live to every site of a workspace, and forgets what this isolate remembers of them. Of two admins at once
 * the slower may write what was live before the other's change: so each looks again after writing.
 *
 * @param read the workspace's surveys as they are by then
 */
export async function writeLiveRules(env: Env, workspace: string, read: () => Promise<Survey[]>): Promise<void> {
  const live = async () => (await read()).filter(({ status }) => status === 'live');
  let written = await live();
  for (;;) {
    await publishToSites(env, workspace, written);
    const now = await live();
    if (stateOf(now) === stateOf(written)) break;
    written = now;
  }
  for (const { key } of await listSites(env, workspace)) forgetSite(key);
}

function stateOf(live: readonly Survey[]): string {
  return live.map(({ id, version }) => `${id} ${version}`).join('\n');
}

/** Whether a workspace has sites, and whether their tag was seen on a page within a week. */
export async function siteActivity(env: Env, workspace: string, now: number): Promise<SiteActivity> {
  const sites = await listSites(env, workspace);
  if (sites.length === 0) return 'none';
  const seen = sites.some(({ lastSeen }) => lastSeen.some(({ at }) => now - Date.parse(at) < SEEN_LATELY));
  return seen ? 'seen' : 'quiet';
}
