import { type Columns, columnOffset, recordCount } from './column.ts';
import type { Fact } from './fact.ts';
import type { GroupName, Groups } from './groups.ts';

export type { Columns } from './column.ts';

interface Span {
  buffer: ArrayBufferLike;
  start: number;
  length: number;
}

const READ: { [G in GroupName]: (span: Span) => Columns<G> } = {
  time: (span) => ({
    length: span.length,
    seq: new Uint32Array(span.buffer, offset(span, 'time', 'seq'), span.length),
    minute: new Uint32Array(span.buffer, offset(span, 'time', 'minute'), span.length),
  }),
  figure: (span) => ({
    length: span.length,
    survey: new Uint16Array(span.buffer, offset(span, 'figure', 'survey'), span.length),
    touchpoint: new Uint16Array(span.buffer, offset(span, 'figure', 'touchpoint'), span.length),
    metric: new Uint8Array(span.buffer, offset(span, 'figure', 'metric'), span.length),
    score: new Int8Array(span.buffer, offset(span, 'figure', 'score'), span.length),
    trust: new Uint8Array(span.buffer, offset(span, 'figure', 'trust'), span.length),
    flags: new Uint8Array(span.buffer, offset(span, 'figure', 'flags'), span.length),
  }),
  who: (span) => ({
    length: span.length,
    contact: new Uint32Array(span.buffer, offset(span, 'who', 'contact'), span.length),
  }),
  context: (span) => ({
    length: span.length,
    version: new Uint16Array(span.buffer, offset(span, 'context', 'version'), span.length),
    emotion: new Uint8Array(span.buffer, offset(span, 'context', 'emotion'), span.length),
    language: new Uint8Array(span.buffer, offset(span, 'context', 'language'), span.length),
    country: new Uint8Array(span.buffer, offset(span, 'context', 'country'), span.length),
    device: new Uint8Array(span.buffer, offset(span, 'context', 'device'), span.length),
    site: new Uint8Array(span.buffer, offset(span, 'context', 'site'), span.length),
    channel: new Uint8Array(span.buffer, offset(span, 'context', 'channel'), span.length),
  }),
};

/**
 * The columns of a group as views on its bytes; these are copied only where they start at an address that typed arrays
 * refuse.
 *
 * @throws RangeError when the bytes are not a whole number of records
 */
export function unpack<G extends GroupName>(name: G, bytes: Uint8Array | ArrayBuffer): Columns<G> {
  const length = recordCount(name, bytes.byteLength);
  if (bytes instanceof ArrayBuffer) return READ[name]({ buffer: bytes, start: 0, length });
  // 4 is the widest field's size.
  if (bytes.byteOffset % 4 !== 0) {
    return READ[name]({ buffer: bytes.slice().buffer, start: 0, length });
  }
  return READ[name]({ buffer: bytes.buffer, start: bytes.byteOffset, length });
}

/**
 * Every record of a block, in order.
 *
 * @throws RangeError when the groups are not whole records or hold different numbers of them
 */
export function toFacts(groups: Groups): Fact[] {
  const time = unpack('time', groups.time);
  const figure = unpack('figure', groups.figure);
  const who = unpack('who', groups.who);
  const context = unpack('context', groups.context);
  if (figure.length !== time.length || who.length !== time.length || context.length !== time.length) {
    throw new RangeError('groups of different lengths');
  }
  const facts: Fact[] = [];
  for (let i = 0; i < time.length; i += 1) {
    facts.push({
      seq: time.seq[i] ?? 0,
      minute: time.minute[i] ?? 0,
      survey: figure.survey[i] ?? 0,
      version: context.version[i] ?? 0,
      touchpoint: figure.touchpoint[i] ?? 0,
      metric: figure.metric[i] ?? 0,
      score: figure.score[i] ?? 0,
      emotion: context.emotion[i] ?? 0,
      trust: figure.trust[i] ?? 0,
      language: context.language[i] ?? 0,
      country: context.country[i] ?? 0,
      device: context.device[i] ?? 0,
      site: context.site[i] ?? 0,
      channel: context.channel[i] ?? 0,
      flags: figure.flags[i] ?? 0,
      contact: who.contact[i] ?? 0,
    });
  }
  return facts;
}

function offset(span: Span, name: GroupName, field: keyof Fact): number {
  return span.start + columnOffset(name, field, span.length);
}
