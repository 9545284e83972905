import { ProblemError } from '../errors.ts';
import { LISTENER_HEADER, MASKED_HEADER } from '../workspace/object.ts';
import { isMasked } from './caller.ts';
import { adminRoute, PROBLEMS, resource } from './route.ts';

/** `/api/live` */
export const live = resource().openapi(
  adminRoute('viewer', {
    method: 'get',
    path: '/',
    summary: 'A WebSocket that tells what just changed',
    responses: { 101: { description: 'Switching protocols' }, ...PROBLEMS },
  }),
  async (c) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
      throw new ProblemError(400, 'not-websocket', 'This address speaks WebSocket.');
    }
    // Browsers send cookies along with a WebSocket from any page, so where it comes from is checked here.
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== new URL(c.req.url).origin) {
      throw new ProblemError(403, 'cross-site', 'The live channel opens for pages of this site only.');
    }
    // Whoever listens is named by us, whatever the request says: signing out ends the channel.
    const request = new Request(c.req.raw);
    request.headers.set(LISTENER_HEADER, c.var.caller.actor.id);
    request.headers.set(MASKED_HEADER, String(isMasked(c.var.caller)));
    return c.var.workspace.fetch(request);
  },
);
