import * as z from 'zod';
import { key, text } from '../../contract/bounds.ts';
import { importDetail, importEdit, importRow, importSummary } from '../../contract/imports.ts';
import { INTAKE_VERDICTS } from '../../contract/importTerms.ts';
import { LOCALES } from '../../contract/locale.ts';
import { notFound, ProblemError } from '../errors.ts';
import type { ImportOutcome } from '../workspace/verbs/intake/imports.ts';
import { mendingCsv, mendingFile } from './mendingCsv.ts';
import { defined, listOf, paging } from './page.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, problemAnswer, resource } from './route.ts';
import { takeFile } from './takeFile.ts';

const id = z.object({ id: key });

const WRONG_STATUS = problemAnswer('Not in this state');

function present(outcome: ImportOutcome) {
  if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail);
  return outcome.import;
}

/** The route that takes a file, wherever it is mounted. */
export const fileRoute = <P extends string>(path: P) =>
  adminRoute('admin', {
    method: 'post',
    path,
    summary: 'A contact file: CSV, TSV or vCards as the body, or as the field `file` of a form. Nothing is changed yet',
    request: {
      query: z.object({ name: text(200).optional() }),
      body: {
        required: true,
        content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
      },
    },
    responses: {
      201: answer('The import, about to be planned', importDetail),
      413: problemAnswer('Too large'),
      422: problemAnswer('No contact file'),
      ...PROBLEMS,
    },
  });

/** `/api/imports` */
export const imports = resource()
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/',
      summary: 'Files brought in, newest first',
      request: { query: z.object(paging) },
      responses: { 200: answer('A page of imports', listOf(importSummary)), ...PROBLEMS },
    }),
    async (c) => {
      const { cursor, limit } = c.req.valid('query');
      return c.json(await c.var.workspace.listImports({ limit, ...defined({ cursor }) }), 200);
    },
  )
  .openapi(fileRoute('/'), async (c) => c.json(await takeFile(c, c.req.valid('query').name), 201))
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/{id}',
      summary: 'One import: what its columns are taken for, what is planned and what was done',
      request: { params: id },
      responses: { 200: answer('The import', importDetail), ...PROBLEMS },
    }),
    async (c) => {
      const found = await c.var.workspace.readImport(c.req.valid('param'));
      if (!found) throw notFound('There is no such import.');
      return c.json(found, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'patch',
      path: '/{id}',
      summary: 'Change what its columns are or who wins where sources differ; plans anew',
      request: { params: id, body: jsonBody(importEdit) },
      responses: {
        200: answer('The import', importDetail),
        409: WRONG_STATUS,
        422: problemAnswer('Not as many columns as the file has'),
        ...PROBLEMS,
      },
    }),
    async (c) => {
      const { now, workspace } = c.var;
      const edit = defined(c.req.valid('json'));
      return c.json(present(await workspace.editImport({ id: c.req.valid('param').id, edit, now })), 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'delete',
      path: '/{id}',
      summary: 'Take a file away that has changed nothing',
      request: { params: id },
      responses: { 204: { description: 'It is gone' }, 409: WRONG_STATUS, ...PROBLEMS },
    }),
    async (c) => {
      const outcome = await c.var.workspace.deleteImport(c.req.valid('param'));
      if (!outcome.ok) throw new ProblemError(outcome.status, outcome.code, outcome.detail);
      return c.body(null, 204);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/{id}/rows',
      summary: 'Its rows with what becomes, or became, of each; `verdict` leaves those of one, or those with notes',
      request: {
        params: id,
        query: z.object({ verdict: z.enum([...INTAKE_VERDICTS, 'noted']).optional(), ...paging }),
      },
      responses: { 200: answer('A page of rows', listOf(importRow)), ...PROBLEMS },
    }),
    async (c) => {
      const { limit, ...query } = c.req.valid('query');
      const page = await c.var.workspace.listImportRows({ id: c.req.valid('param').id, limit, ...defined(query) });
      if (!page) throw notFound('There is no such import.');
      return c.json(page, 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'get',
      path: '/{id}/refused',
      summary:
        'The rows that were refused or came in without something, as they were written and with the reason: to be mended and loaded again',
      request: { params: id, query: z.object({ locale: z.enum(LOCALES).default('en') }) },
      responses: { 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } }, ...PROBLEMS },
    }),
    async (c) => {
      const { workspace } = c.var;
      const { id } = c.req.valid('param');
      const head = await workspace.mendingHead({ id });
      if (!head) throw notFound('There is no such import.');
      const body = mendingCsv(head, c.req.valid('query').locale, (cursor) =>
        workspace.rowsToMend({ id, limit: 500, ...defined({ cursor }) }),
      );
      const { name, type } = mendingFile(head.delimiter);
      return c.body(body, 200, {
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`,
      });
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/{id}/run',
      summary: 'Carry out what is planned, by and by',
      request: { params: id },
      responses: { 200: answer('The import', importDetail), 409: WRONG_STATUS, ...PROBLEMS },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      const started = await workspace.startImport({ id: c.req.valid('param').id, actor: caller.actor, now });
      return c.json(present(started), 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/{id}/cancel',
      summary: 'Stop where it is; what is done stays, and can be undone',
      request: { params: id },
      responses: { 200: answer('The import', importDetail), 409: WRONG_STATUS, ...PROBLEMS },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      const stopped = await workspace.cancelImport({ id: c.req.valid('param').id, actor: caller.actor, now });
      return c.json(present(stopped), 200);
    },
  )
  .openapi(
    adminRoute('admin', {
      method: 'post',
      path: '/{id}/undo',
      summary: 'Take back everything it changed, by and by; people who have answers or edits since stay',
      request: { params: id },
      responses: { 200: answer('The import', importDetail), 409: WRONG_STATUS, ...PROBLEMS },
    }),
    async (c) => {
      const { caller, now, workspace } = c.var;
      const undoing = await workspace.undoImport({ id: c.req.valid('param').id, actor: caller.actor, now });
      return c.json(present(undoing), 200);
    },
  );
