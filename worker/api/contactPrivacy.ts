import * as z from 'zod';
import { key } from '../../contract/bounds.ts';
import { eraseBody, erasure } from '../../contract/erasure.ts';
import { ProblemError } from '../errors.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, problemAnswer, resource } from './route.ts';

const id = z.object({ id: key });

/** `/api/contacts/{id}/…`: what people have a right to. */
export const contactPrivacy = resource().openapi(
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
