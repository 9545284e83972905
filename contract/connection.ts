import * as z from 'zod';
import { instant, text } from './bounds.ts';
import { CONFLICT_POLICIES, CONNECTED_SYSTEMS, MAPPING_TARGETS } from './connected.ts';
import { NAME_MAX } from './limits.ts';

export const CONNECTION_STATUSES = ['active', 'paused', 'failing'] as const;
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number];

/** Why a connection does not work. Words, not sentences: the screen finds those. */
export const CONNECTION_FAULTS = [
  /** It asks for patience, and gets it. */
  'rate-limited',
  /** The credentials are wrong, expired or taken back. */
  'unauthorised',
  /** The credentials are good, but may not do this. */
  'forbidden',
  /** Nobody answered, or not in time. */
  'unreachable',
  /** It answered that something is wrong on its side. */
  'their-error',
  /** What came was not whole, or not what is documented. */
  'bad-answer',
  /** It refused what was asked, and will do so again. */
  'refused',
  /** The address may not be called from here. */
  'not-allowed',
] as const;
export type ConnectionFault = (typeof CONNECTION_FAULTS)[number];

const FIELDS_MAX = 60;

const fieldMapping = z
  .object({
    /** Their name of the field; with dots where it is another record's. */
    field: z
      .string()
      .max(120)
      .regex(/^[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*){0,3}$/, 'is not the name of a field'),
    to: z.enum(MAPPING_TARGETS),
    /** The attribute's name, where it becomes one. */
    attribute: text(60).min(1).optional(),
  })
  .refine(({ to, attribute }) => (to === 'attribute') === (attribute !== undefined), {
    path: ['attribute'],
    message: 'is needed for an attribute, and for nothing else',
  });
export type FieldMapping = z.infer<typeof fieldMapping>;

export const connectionMapping = z.object({
  contacts: z.array(fieldMapping).max(FIELDS_MAX),
  companies: z.array(fieldMapping).max(FIELDS_MAX),
});
export type ConnectionMapping = z.infer<typeof connectionMapping>;

/** Where it is reached: an origin, and nothing else that would be dropped unsaid. */
const host = z
  .string()
  .trim()
  .max(260)
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    message: 'must be an https address',
    abort: true,
  })
  .refine((value) => {
    const { username, password } = new URL(value);
    return !username && !password;
  }, 'may hold no name or password')
  .refine((value) => {
    const { pathname, search, hash } = new URL(value);
    return pathname === '/' && !search && !hash && !/[?#]$/.test(value);
  }, 'may hold nothing behind the host')
  .transform((value) => new URL(value).origin);

const secret = z
  .string()
  .trim()
  .min(8)
  .max(500)
  .regex(/^[\x21-\x7e]+$/, 'may hold printable characters only');

const options = {
  name: text(NAME_MAX).min(1),
  /** Whether responses are written onto their contact there. */
  writeBack: z.boolean(),
  conflict: z.enum(CONFLICT_POLICIES),
  mapping: connectionMapping,
};

const hubspotCredentials = z.object({
  /** Of a private app. */
  token: secret,
});
const salesforceCredentials = z.object({ consumerKey: secret, consumerSecret: secret });
export const credentials = z.union([hubspotCredentials, salesforceCredentials]);
export type Credentials = Record<string, string>;

export const connectionCreate = z.discriminatedUnion('system', [
  z.object({
    system: z.literal('hubspot'),
    ...partialOf(options),
    host: host.optional(),
    credentials: hubspotCredentials,
  }),
  z.object({
    system: z.literal('salesforce'),
    ...partialOf(options),
    /** The organisation's own login address, `https://….my.salesforce.com`. */
    host,
    credentials: salesforceCredentials,
  }),
]);
export type ConnectionCreate = z.infer<typeof connectionCreate>;

/** Credentials left out stay as they are; they are never read back. */
export const connectionEdit = z.object({
  ...partialOf(options),
  host: host.optional(),
  credentials: credentials.optional(),
});
export type ConnectionEdit = z.infer<typeof connectionEdit>;

export const connectionRun = z.object({
  /** Read everything again from the beginning, for instance after the mapping changed. */
  full: z.boolean().optional(),
});

const fault = z.object({
  code: z.enum(CONNECTION_FAULTS),
  at: instant,
  /** HTTP's, where there was an answer. */
  status: z.int().nullable(),
  /** Their own word for it, such as `INVALID_SESSION_ID`. */
  detail: z.string().nullable(),
});

/** What became of what was pulled. */
export const syncCounts = z.object({
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  merged: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  removed: z.int(),
  companies: z.int(),
});
export type SyncCounts = z.infer<typeof syncCounts>;

export const connection = z.object({
  id: z.string(),
  system: z.enum(CONNECTED_SYSTEMS),
  name: z.string(),
  status: z.enum(CONNECTION_STATUSES),
  host: z.string(),
  writeBack: z.boolean(),
  conflict: z.enum(CONFLICT_POLICIES),
  mapping: connectionMapping,
  /** Set while something does not work; cleared by the first run that does. */
  fault: fault.nullable(),
  /** The last test of what it is reached by now, null before the first; without a fault it passed. */
  tested: z.object({ at: instant, fault: fault.omit({ at: true }).nullable() }).nullable(),
  /** Whether everything has been read once; until then the first pull goes on. */
  caughtUp: z.boolean(),
  /** Of the run that goes on or was the last. */
  counts: syncCounts,
  /** Since the connection was made. */
  totals: syncCounts,
  wayBack: z.object({ waiting: z.int(), sent: z.int(), failed: z.int(), unknown: z.int() }),
  lastRunAt: instant.nullable(),
  lastSuccessAt: instant.nullable(),
  nextRunAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type Connection = z.infer<typeof connection>;

/** What a connection says when it is tried. */
export const connectionTest = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), account: z.string() }),
  z.object({
    ok: z.literal(false),
    code: z.enum(CONNECTION_FAULTS),
    status: z.int().nullable(),
    detail: z.string().nullable(),
  }),
]);
export type ConnectionTest = z.infer<typeof connectionTest>;

/** A field of theirs that may be mapped. */
export const remoteField = z.object({ name: z.string(), label: z.string(), type: z.string() });
export type RemoteField = z.infer<typeof remoteField>;

export const connectionFields = z.object({ contacts: z.array(remoteField), companies: z.array(remoteField) });
export type ConnectionFields = z.infer<typeof connectionFields>;

export const SYNC_EVENTS = ['run', 'fault', 'way-back', 'paused', 'resumed', 'changed'] as const;

/** One line of what a connection did. Nothing in it names a person. */
export const syncLogEntry = z.object({
  at: instant,
  event: z.enum(SYNC_EVENTS),
  /** Of a run. */
  counts: syncCounts.nullable(),
  /** Of a fault. */
  fault: fault.omit({ at: true }).nullable(),
  /** Of the way back: how many responses were written, renewed and taken back. */
  written: z.int(),
  renewed: z.int(),
  takenBack: z.int(),
});
export type SyncLogEntry = z.infer<typeof syncLogEntry>;

function partialOf<Shape extends Record<string, z.ZodType>>(shape: Shape) {
  return z.object(shape).partial().shape;
}
