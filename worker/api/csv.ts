import Papa from 'papaparse';
import { PAGE_LIMIT_MAX } from '../../contract/limits.ts';
import type { ResponseSummary } from '../../contract/response.ts';

const COLUMNS = [
  'id',
  'received_at',
  'started_at',
  'survey',
  'version',
  'touchpoint',
  'metric',
  'score',
  'comment',
  'trust',
  'contact_id',
  'contact_name',
  'page',
  'language',
  'device',
  'browser',
  'os',
  'country',
  'site',
  'complete',
] as const;

/** What a spreadsheet would run: full-width signs too, and behind blanks or marks that nobody sees. */
export const FORMULA = /^[\s\p{C}\p{Default_Ignorable_Code_Point}]*[=+\-@\t\r\0＝＋－＠]/u;

type Page = (page: { cursor?: number; limit: number }) => Promise<{ items: ResponseSummary[]; next: string | null }>;

/**
 * Every page of a list as CSV, as a stream: however long the list, one page is in memory. Starts with a byte order
 * mark, without which spreadsheets read UTF-8 wrongly; cells that a spreadsheet would run are made harmless.
 */
export function csvOf(read: Page): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: number | undefined;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(`\ufeff${COLUMNS.join(',')}\r\n`));
    },
    async pull(controller) {
      const { items, next } = await read({ limit: PAGE_LIMIT_MAX, ...(cursor === undefined ? {} : { cursor }) });
      if (items.length > 0) {
        const rows = Papa.unparse(items.map(rowOf), { quotes: true, escapeFormulae: FORMULA, newline: '\r\n' });
        controller.enqueue(encoder.encode(`${rows}\r\n`));
      }
      if (next === null) controller.close();
      else cursor = Number(next);
    },
  });
}

function rowOf(response: ResponseSummary): (string | number | null)[] {
  return [
    response.id,
    response.receivedAt,
    response.startedAt,
    response.survey,
    response.version,
    response.touchpoint,
    response.metric,
    response.score,
    response.comment,
    response.trust,
    response.contact?.id ?? null,
    response.contact?.name ?? null,
    response.page.url,
    response.locale,
    response.device.type,
    response.device.browser,
    response.device.os,
    response.country,
    response.site,
    response.complete ? 'yes' : 'no',
  ];
}
