import * as z from 'zod';
import { key, text } from '../../contract/bounds.ts';
import {
  contact,
  contactCreate,
  contactEdit,
  contactRead,
  contactSummary,
  timelineItem,
} from '../../contract/contact.ts';
import { COVERAGES } from '../../contract/coverageKinds.ts';
import { contactSurvey } from '../../contract/decision.ts';
import { contactMerge, journalCursor, journalEntry } from '../../contract/identity.ts';
import {
  type BatchItem,
  batchItem,
  type ContactUpsert,
  contactBatch,
  contactTaken,
  contactUpsert,
} from '../../contract/imports.ts';
import { ATTRIBUTE_VALUE_MAX, KEY_MAX, QUERY_MAX } from '../../contract/limits.ts';
import { notFound, ProblemError } from '../errors.ts';
import { faultsOf } from '../validate.ts';
import { isMasked, sourceOf } from './caller.ts';
import { idempotencyHeader, idempotent } from './idempotent.ts';
import { fileRoute } from './imports.ts';
import { commaList, defined, listOf, paging } from './page.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, problemAnswer, resource } from './route.ts';
import { takeFile } from './takeFile.ts';

const id = z.object({ id: key });

/** So many of a batch are one write. */
const AT_ONCE = 100;

const UNREADABLE: Omit<BatchItem, 'index' | 'errors'> = {
  verdict: 'refuse',
  why: null,
  changed: [],
  notes: [],
  id: null,
};

const REFUSALS: Record<string, string> = {
  erased: 'This person was erased; an owner may let them come back.',
  'nothing-usable': 'It needs a name, or an email, phone or external id that can be used.',
};

/** Whom a list stays among: people in one of the segments, of the company, at the stage, and so covered. */
const peopleFilters = {
  segment: commaList(key),
  company: key.optional(),
  stage: text(ATTRIBUTE_VALUE_MAX).optional(),
  coverage: commaList(z.enum(COVERAGES)),
  lately: z.coerce.number().int().min(1).max(3_660).optional(),
  within: z.coerce.number().int().min(0).max(3_660).optional(),
};

/** `/api/contacts` */
export const contacts = resource()
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/',
      summary: 'People, newest first; `q` looks in names, companies, emails, phones and external ids at once',
      request: { query: z.object({ q: text(QUERY_MAX).optional(), ...peopleFilters, ...paging }) },
      responses: {
        200: answer(
          'A page of people',
          listOf(contactSummary).extend({
            total: z.int(),
            /** More than `total` were found, and not counted on. */
            more: z.boolean(),
          }),
        ),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { limit, ...query } = c.req.valid('query');
      return c.json(
        await c.var.workspace.listContacts({
          ...defined(query),
          limit,
          masked: isMasked(c.var.caller),
          now: c.var.now,
        }),
        200,
      );
    },
  )
  .openapi(
    adminRoute('agent', {
      method: 'post',
      path: '/',
      summary: 'Add a person',
      request: { body: jsonBody(contactCreate) },
      responses: {
        201: answer('The person', contact),
        409: problemAnswer('Somebody has this email or external id already'),
        422: problemAnswer('An identifier cannot be used'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      const outcome = await workspace.createContact({
        contact: c.req.valid('json'),
        source: sourceOf(caller),
        actor: caller.actor,
        now,
      });
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail, outcome);
      return c.json(outcome.contact, 201);
    },
  )
  .openapi(
    adminRoute('agent', {
      method: 'put',
      path: '/',
      summary: 'Make a person or bring them up to date, by any identifier. An Idempotency-Key is honoured for a day',
      request: { headers: idempotencyHeader, body: jsonBody(contactUpsert) },
      responses: {
        200: answer('What became of it, and the person', contactTaken),
        409: problemAnswer('The first call with this Idempotency-Key is still at work'),
        422: problemAnswer('Nobody can be made of it, or the Idempotency-Key was used for another call'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      const body = c.req.valid('json');
      const upserted = await idempotent(c, body, async () => {
        const { taken, contact: person } = await workspace.upsertContact({
          contact: body,
          source: sourceOf(caller),
          actor: caller.actor,
          now,
        });
        if (!person) throw new ProblemError(422, taken.why ?? 'refused', REFUSALS[taken.why ?? ''] ?? 'It is refused.');
        const { verdict, why = null, changed, notes } = taken;
        return { verdict, why, changed, notes, contact: person };
      });
      return c.json(upserted, 200);
    },
  )
  .openapi(
    adminRoute('agent', {
      method: 'post',
      path: '/batch',
      summary: 'The same for up to 1,000, with a verdict for each',
      request: { headers: idempotencyHeader, body: jsonBody(contactBatch) },
      responses: {
        200: answer('What became of each', z.object({ items: z.array(batchItem) })),
        409: problemAnswer('The first call with this Idempotency-Key is still at work'),
        422: problemAnswer('The Idempotency-Key was used for another call'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      const body = c.req.valid('json');
      const how = { source: sourceOf(caller), actor: caller.actor, now };
      const items = await idempotent(c, body, async () => {
        const done: BatchItem[] = [];
        const good: { index: number; contact: ContactUpsert }[] = [];
        for (const [index, value] of body.contacts.entries()) {
          const parsed = contactUpsert.safeParse(value);
          if (parsed.success) good.push({ index, contact: parsed.data });
          else done.push({ index, ...UNREADABLE, errors: faultsOf(parsed.error) });
        }
        // A part at a time, so that answers coming in wait for none of it.
        for (let from = 0; from < good.length; from += AT_ONCE) {
          done.push(...(await workspace.upsertContacts({ contacts: good.slice(from, from + AT_ONCE), ...how })));
        }
        return done.sort((a, b) => a.index - b.index);
      });
      return c.json({ items }, 200);
    },
  )
  .openapi(fileRoute('/import'), async (c) => c.json(await takeFile(c, c.req.valid('query').name), 201))
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/{id}',
      summary: 'One person, with where each fact came from',
      request: { params: id },
      responses: { 200: answer('The person', contactRead), ...PROBLEMS },
    }),
    async (c) => {
      const found = await c.var.workspace.readContact({
        id: c.req.valid('param').id,
        masked: isMasked(c.var.caller),
        now: c.var.now,
      });
      if (!found) throw notFound('There is no such contact.');
      return c.json(found, 200);
    },
  )
  .openapi(
    adminRoute('agent', {
      method: 'patch',
      path: '/{id}',
      summary: 'Change what a person is called and what is known of them',
      request: { params: id, body: jsonBody(contactEdit) },
      responses: { 200: answer('The person', contact), ...PROBLEMS },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      const outcome = await workspace.editContact({
        id: c.req.valid('param').id,
        edit: c.req.valid('json'),
        source: sourceOf(caller),
        actor: caller.actor,
        now,
      });
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail, outcome);
      return c.json(outcome.contact, 200);
    },
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/{id}/timeline',
      summary: 'What happened with a person, newest first',
      request: {
        params: id,
        query: z.object({
          kind: z.enum(['all', 'response', 'display', 'event']).default('all'),
          cursor: text(KEY_MAX).optional(),
          limit: paging.limit,
        }),
      },
      responses: { 200: answer('A page of events', listOf(timelineItem)), ...PROBLEMS },
    }),
    async (c) => {
      const { cursor, ...query } = c.req.valid('query');
      const page = await c.var.workspace.timeline({
        id: c.req.valid('param').id,
        ...query,
        ...defined({ cursor }),
        masked: isMasked(c.var.caller),
      });
      if (!page) throw notFound('There is no such contact.');
      return c.json(page, 200);
    },
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/{id}/surveys',
      summary: 'Which live surveys a person would be asked now, and why not the others',
      request: { params: id },
      responses: { 200: answer('All live surveys', listOf(contactSurvey)), ...PROBLEMS },
    }),
    async (c) => {
      const found = await c.var.workspace.contactSurveys({ id: c.req.valid('param').id, now: c.var.now });
      if (!found) throw notFound('There is no such contact.');
      return c.json({ items: found, next: null }, 200);
    },
  )
  .openapi(
    adminRoute('viewer', {
      method: 'get',
      path: '/{id}/journal',
      summary: 'Every decision on who a person is, the latest first: when, by whom or which rule, on what evidence',
      request: { params: id, query: z.object({ cursor: journalCursor.optional(), limit: paging.limit }) },
      responses: { 200: answer('A page of decisions', listOf(journalEntry)), ...PROBLEMS },
    }),
    async (c) => {
      const { cursor, limit } = c.req.valid('query');
      const page = await c.var.workspace.journal({
        id: c.req.valid('param').id,
        limit,
        ...defined({ cursor }),
        masked: isMasked(c.var.caller),
      });
      if (!page) throw notFound('There is no such contact.');
      return c.json(page, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/{id}/merge',
      summary: 'Make another person one with this one, who stays',
      request: { params: id, body: jsonBody(contactMerge) },
      responses: {
        200: answer('The person who stays', z.object({ id: z.string(), merge: z.string() })),
        409: problemAnswer('The two are one person already'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      const { absorb, choose } = c.req.valid('json');
      const merged = await workspace.mergeContacts({
        survivor: c.req.valid('param').id,
        absorb,
        ...defined({ choose }),
        actor: caller.actor,
        now,
      });
      if (!merged.ok) throw new ProblemError(merged.status, merged.code, merged.detail);
      return c.json({ id: merged.contact, merge: merged.id }, 200);
    },
  );
