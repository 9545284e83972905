import * as z from 'zod';
import { key, uuid7 } from '../../contract/bounds.ts';
import { invitation, invitationCreate, invitationMade } from '../../contract/invitation.ts';
import { readSite } from '../directory/sites.ts';
import { ProblemError } from '../errors.ts';
import { hashInvitation, newInvitationToken } from '../hosted/token.ts';
import { defined, listOf, paging } from './page.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, problemAnswer, resource } from './route.ts';

/** `/api/invitations` */
export const invitations = resource()
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/',
      summary: 'Links that surveys are answered by, newest first; never their addresses',
      request: { query: z.object({ survey: key.optional(), cursor: uuid7.optional(), limit: paging.limit }) },
      responses: { 200: answer('A page of invitations', listOf(invitation)), ...PROBLEMS },
    }),
    async (c) => {
      const { limit, ...rest } = c.req.valid('query');
      return c.json(await c.var.workspace.listInvitations({ limit, ...defined(rest) }), 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/',
      summary: 'Make a link for one person or for a place; its address is told once',
      request: { body: jsonBody(invitationCreate) },
      responses: {
        201: answer('The invitation and its address', invitationMade),
        422: problemAnswer('There is no such site, survey, contact or touchpoint'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const wanted = c.req.valid('json');
      const site = await readSite(c.env, caller.workspace.id, wanted.site);
      if (!site) {
        throw new ProblemError(422, 'invitation-refused', 'This invitation cannot be made.', {
          errors: [{ pointer: '/site', message: 'is not a site' }],
        });
      }
      const token = newInvitationToken(site.key);
      const outcome = await workspace.createInvitation({
        hash: hashInvitation(token),
        wanted,
        actor: caller.actor,
        now,
      });
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail, outcome);
      return c.json({ ...outcome.invitation, url: `${new URL(c.req.url).origin}/s/${token}` }, 201);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'delete',
      path: '/{id}',
      summary: 'Revoke a link; what was answered by it stays',
      request: { params: z.object({ id: uuid7 }) },
      responses: { 200: answer('The invitation', invitation), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const { id } = c.req.valid('param');
      const outcome = await workspace.revokeInvitation({ id, actor: caller.actor, now });
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail, outcome);
      return c.json(outcome.invitation, 200);
    },
  );
