import type { Context } from 'hono';
import type { ImportDetail } from '../../contract/imports.ts';
import { IMPORT_MAX_BYTES } from '../../contract/limits.ts';
import { type FileFault, type FileRow, openFile } from '../contact-files/openFile.ts';
import { ProblemError } from '../errors.ts';
import { readBytes } from '../http.ts';
import { PACK_ROWS } from '../workspace/importRecord.ts';
import type { ApiEnv } from './caller.ts';

/** What a pack may hold: far below what a row of the object's SQLite may. */
const PACK_CHARACTERS = 300_000;
/** What one call into the object may carry: far below what the platform lets it. */
const CALL_CHARACTERS = 4_000_000;
const CELL_CHARACTERS = 20_000;
const CELLS_SHORT = 1_000;

const FAULTS: Record<FileFault, string> = {
  empty: 'The file is empty.',
  'no-rows': 'The file has a header and no rows.',
  workbook: 'This is a workbook. Save it as CSV.',
  'not-text': 'This is neither CSV nor a vCard file.',
  'too-many-columns': 'The file has more than 300 columns.',
};

/** Reads a file off a request and hands its rows to the workspace, a few packs at a time. */
export async function takeFile(c: Context<ApiEnv>, named: string | undefined): Promise<ImportDetail> {
  const { workspace, caller, now } = c.var;
  const { bytes, name } = await bytesOf(c, named);
  const file = openFile(bytes);
  if ('fault' in file) throw new ProblemError(422, `file-${file.fault}`, FAULTS[file.fault]);
  const { preset, system, header, delimiter, columns } = file;
  const begun = { name, bytes: bytes.length, preset, system, header, delimiter, columns, actor: caller.actor, now };
  const id = await workspace.beginImport(begun);
  let call: FileRow[][] = [];
  let size = 0;
  for (const pack of packsOf(file.rows)) {
    call.push(pack.rows);
    size += pack.size;
    if (size < CALL_CHARACTERS) continue;
    await workspace.addImportRows({ id, packs: call, now });
    call = [];
    size = 0;
  }
  if (call.length > 0) await workspace.addImportRows({ id, packs: call, now });
  const planned = await workspace.planImport({ id, now });
  if (!planned.ok) throw new ProblemError(planned.status, planned.code, planned.detail);
  return planned.import;
}

async function bytesOf(c: Context<ApiEnv>, named: string | undefined): Promise<{ bytes: Uint8Array; name: string }> {
  const bytes = await readBytes(c.req.raw, IMPORT_MAX_BYTES);
  const type = c.req.header('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) return { bytes, name: named ?? '' };
  const form = await formOf(bytes, type);
  const file = form.get('file');
  if (file === null || typeof file === 'string') {
    throw new ProblemError(422, 'file-missing', 'The form has no field named file with a file in it.');
  }
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: named ?? file.name.slice(0, 200) };
}

async function formOf(bytes: Uint8Array, type: string): Promise<FormData> {
  try {
    return await new Response(bytes.slice().buffer, { headers: { 'content-type': type } }).formData();
  } catch (error) {
    // What reading throws of a form without its boundary, or one that is cut short.
    if (error instanceof TypeError)
      throw new ProblemError(400, 'not-a-form', 'The body is not the form it says it is.');
    throw error;
  }
}

function* packsOf(rows: Iterable<FileRow>): Generator<{ rows: FileRow[]; size: number }> {
  let pack: FileRow[] = [];
  let size = 0;
  for (const row of rows) {
    const kept = withinBounds(row);
    const own = sizeOf(kept);
    if (pack.length > 0 && (pack.length === PACK_ROWS || size + own > PACK_CHARACTERS)) {
      yield { rows: pack, size };
      pack = [];
      size = 0;
    }
    pack.push(kept);
    size += own;
  }
  if (pack.length > 0) yield { rows: pack, size };
}

/** A row as it is kept: no cell is longer than anything may be, so its fault still shows. */
function withinBounds(row: FileRow): FileRow {
  const cells = row.cells.map((cell) => (cell.length > CELL_CHARACTERS ? cell.slice(0, CELL_CHARACTERS) : cell));
  const kept = { ...row, cells: cells.slice(0, 300) };
  if (sizeOf(kept) <= PACK_CHARACTERS) return kept;
  return { ...kept, cells: kept.cells.map((cell) => cell.slice(0, CELLS_SHORT)) };
}

function sizeOf({ cells }: FileRow): number {
  return cells.reduce((sum, cell) => sum + cell.length + 3, 16);
}
