import { createHash } from 'node:crypto';
import * as z from 'zod';
import { key } from '../../contract/bounds.ts';
import { consent, consentCreate } from '../../contract/consent.ts';
import { contact, identifierNew, resting } from '../../contract/contact.ts';
import { eraseBody, erasure } from '../../contract/erasure.ts';
import { LOCALES } from '../../contract/locale.ts';
import { personExport } from '../../contract/personExport.ts';
import { notFound, ProblemError } from '../errors.ts';
import { maskText } from '../identity/maskText.ts';
import { renderPerson, STYLE } from '../personal-copy/renderPerson.ts';
import { isMasked, sourceOf } from './caller.ts';
import { listOf } from './page.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, problemAnswer, resource } from './route.ts';

const id = z.object({ id: key });

/** A file of its own: nothing runs in it, nothing is fetched, and only our own style applies. */
const FILE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox',
].join('; ');

/** `/api/contacts/{id}/…`: what people have a right to. */
export const contactPrivacy = resource()
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/{id}/export',
      summary: 'Everything kept of one person, for themselves: JSON, or a page to read',
      request: {
        params: id,
        query: z.object({ format: z.enum(['json', 'html']).default('json'), locale: z.enum(LOCALES).default('en') }),
      },
      responses: {
        200: {
          description: 'The person’s copy',
          content: { 'application/json': { schema: personExport }, 'text/html': { schema: z.string() } },
        },
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const { format, locale } = c.req.valid('query');
      const copy = await workspace.exportContact({ id: c.req.valid('param').id, actor: caller.actor, now });
      if (!copy) throw notFound('There is no such contact.');
      c.header('content-disposition', `attachment; filename="person-${copy.person.id}.${format}"`);
      if (format === 'json') return c.json(copy, 200);
      const settings = await workspace.settings();
      c.header('content-security-policy', FILE_POLICY);
      return c.html(renderPerson(copy, locale, settings), 200);
    },
  )
  .openapi(
    adminRoute('agent', {
      method: 'post',
      path: '/{id}/identifiers',
      summary: 'Give a person one identifier more',
      request: { params: id, body: jsonBody(identifierNew) },
      responses: {
        200: answer('The person', contact),
        409: problemAnswer('Another contact has it, or whoever had it was erased'),
        422: problemAnswer('It cannot be used'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const outcome = await workspace.addIdentifier({
        id: c.req.valid('param').id,
        wanted: c.req.valid('json'),
        source: sourceOf(caller),
        actor: caller.actor,
        now,
      });
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail, outcome);
      return c.json(outcome.contact, 200);
    },
  )
  .openapi(
    adminRoute('agent', {
      method: 'delete',
      path: '/{id}/identifiers',
      summary: 'Take an identifier away; answers that rest on nothing but a claim of it are nobody’s again',
      request: { params: id, body: jsonBody(identifierNew) },
      responses: { 200: answer('The person', contact), 422: problemAnswer('It cannot be used'), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const outcome = await workspace.removeIdentifier({
        id: c.req.valid('param').id,
        wanted: c.req.valid('json'),
        source: sourceOf(caller),
        actor: caller.actor,
        now,
      });
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail, outcome);
      return c.json(outcome.contact, 200);
    },
  )
  .openapi(
    adminRoute('agent', {
      method: 'post',
      path: '/{id}/identifiers/resting',
      summary: 'Which answers rest on nothing but a claim of an identifier: those that taking it away would untie',
      request: { params: id, body: jsonBody(identifierNew) },
      responses: { 200: answer('They, and how many', resting), ...PROBLEMS },
    }),
    async (c) => {
      const found = await c.var.workspace.restingOnIdentifier({
        id: c.req.valid('param').id,
        wanted: c.req.valid('json'),
      });
      if (!found) throw notFound('There is no such contact.');
      return c.json(found, 200);
    },
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/{id}/consents',
      summary: 'What a person consented to and took back, newest first',
      request: { params: id },
      responses: { 200: answer('All of it', listOf(consent)), ...PROBLEMS },
    }),
    async (c) => {
      const items = await c.var.workspace.listConsents(c.req.valid('param').id);
      if (!items) throw notFound('There is no such contact.');
      const shown = isMasked(c.var.caller) ? items.map((one) => ({ ...one, evidence: maskText(one.evidence) })) : items;
      return c.json({ items: shown, next: null }, 200);
    },
  )
  .openapi(
    adminRoute('agent', {
      method: 'post',
      path: '/{id}/consents',
      summary: 'Write down that a person gave or withdrew a consent',
      request: { params: id, body: jsonBody(consentCreate) },
      responses: {
        201: answer('All of it', listOf(consent)),
        422: problemAnswer('The purpose is not one of the workspace’s'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const outcome = await workspace.addConsent({
        id: c.req.valid('param').id,
        wanted: c.req.valid('json'),
        source: sourceOf(caller),
        actor: caller.actor,
        now,
      });
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail, outcome);
      return c.json({ items: outcome.consents, next: null }, 201);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/{id}/erase',
      summary: 'Erase a person for good; `confirm` repeats their name or id. Answers the certificate',
      request: { params: id, body: jsonBody(eraseBody) },
      responses: {
        200: answer('The certificate', erasure),
        422: problemAnswer('Neither the name nor the id was repeated'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, workspace, now } = c.var;
      const outcome = await workspace.eraseContact({
        id: c.req.valid('param').id,
        wanted: c.req.valid('json'),
        actor: caller.actor,
        now,
      });
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail);
      return c.json(outcome.erasure, 200);
    },
  );
