import { Hono } from 'hono';
import { TRACKED_BATCH_MAX_BYTES, TRACKED_CALL_MAX_BYTES } from '../../../contract/limits.ts';
import { TRACKED_TYPES, type Tracked, trackedBatch, trackedCall } from '../../../contract/tracking.ts';
import type { Env } from '../../env.ts';
import { ProblemError } from '../../errors.ts';
import { faultsOf, validate } from '../../validate.ts';
import type { Message } from '../../workspace/message.ts';
import { readBody } from './readBody.ts';
import { siteOfWriteKey } from './siteOfWriteKey.ts';
import { translate } from './translate.ts';

type SegmentEnv = { Bindings: Env; Variables: { now: number } };

/** So many messages the workspace takes at once: between them it takes answers. */
const AT_ONCE = 250;

/** `/v1/{identify,track,page,screen,group,alias,batch}`: what a site's own server says, in the shape of Segment's API. */
export const segment = new Hono<SegmentEnv>();

for (const type of TRACKED_TYPES) {
  segment.post(`/${type}`, async (c) => {
    const { now } = c.var;
    const body = await readBody(c.req.raw, TRACKED_CALL_MAX_BYTES);
    const site = await siteOfWriteKey(c.env, c.req.header('authorization'), body, now);
    const call = validate(trackedCall, { ...objectOf(body), type });
    await deliver(c.env, site, [translate(call, null, now)], now);
    return c.json({ success: true } satisfies Tracked);
  });
}

segment.post('/batch', async (c) => {
  const { now } = c.var;
  const body = await readBody(c.req.raw, TRACKED_BATCH_MAX_BYTES);
  const site = await siteOfWriteKey(c.env, c.req.header('authorization'), body, now);
  const { batch, sentAt } = validate(trackedBatch, body);
  const messages: Message[] = [];
  const refused: { index: number; message: string }[] = [];
  for (const [index, one] of batch.entries()) {
    const call = isSmall(one) ? trackedCall.safeParse(one) : null;
    if (call?.success) messages.push(translate(call.data, sentAt, now));
    else
      refused.push({ index, message: call ? firstFault(call.error) : `has more than ${TRACKED_CALL_MAX_BYTES} bytes` });
  }
  if (messages.length === 0) {
    throw new ProblemError(400, 'invalid', 'No call of the batch has the expected shape.', {
      errors: refused.slice(0, 20).map(({ index, message }) => ({ pointer: `/batch/${index}`, message })),
    });
  }
  await deliver(c.env, site, messages, now);
  // One bad call costs no good one: it is named, and the rest is taken.
  return c.json({ success: true, ...(refused.length > 0 ? { refused } : {}) } satisfies Tracked);
});

async function deliver(
  env: Env,
  site: Awaited<ReturnType<typeof siteOfWriteKey>>,
  messages: readonly Message[],
  now: number,
): Promise<void> {
  const { success } = await env.COLLECT_LIMIT.limit({ key: `server:${site.key}` });
  if (!success) throw new ProblemError(429, 'rate', 'Too many calls for this site.', { retryAfter: 10 });
  const workspace = env.WORKSPACE.get(env.WORKSPACE.idFromName(site.workspace));
  const context = { key: site.key, idSystem: site.idSystem, authoritative: site.authoritative };
  for (let at = 0; at < messages.length; at += AT_ONCE) {
    await workspace.takeMessages({ site: context, messages: messages.slice(at, at + AT_ONCE), now });
  }
}

function isSmall(call: unknown): boolean {
  try {
    return new TextEncoder().encode(JSON.stringify(call) ?? '').byteLength <= TRACKED_CALL_MAX_BYTES;
  } catch (error) {
    // Nested deeper than can be written again.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function firstFault(error: Parameters<typeof faultsOf>[0]): string {
  const [fault] = faultsOf(error);
  return fault ? `${fault.pointer} ${fault.message}`.trim() : 'is no call';
}

function objectOf(body: unknown): object {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
}
