import { noteOrigins, type SiteConfig } from '../directory/sites.ts';
import type { Env } from '../env.ts';
import { originAllowed } from './originAllowed.ts';
import { OriginNotes, originOf } from './originNotes.ts';

const seen = new OriginNotes();
const refused = new OriginNotes();

/** Notes where a site's tag is: on a page of its own, or on one that it does not list. To be waited for after the reply. */
export async function noteOrigin(env: Env, site: SiteConfig, request: Request, now: number): Promise<void> {
  const origin = originOf(request.headers);
  // The product's own pages are no page of a customer.
  if (origin === null || origin === new URL(request.url).origin) return;
  const isListed = originAllowed(origin, site.origins);
  const met = (isListed ? seen : refused).note(site.key, origin, now);
  if (met.length > 0) await noteOrigins(env, site.key, isListed ? 'last_seen' : 'refused', met);
}
