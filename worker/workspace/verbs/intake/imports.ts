import type {
  Column,
  ImportChoice,
  ImportDetail,
  ImportRow,
  ImportSummary,
  IntakeNote,
  IntakeVerdict,
  IntakeWhy,
} from '../../../../contract/imports.ts';
import type { FileRow } from '../../../contact-files/openFile.ts';
import type { StayingField } from '../../../identity/settleFields.ts';
import type { Actor } from '../../auditTrail.ts';
import { Packs } from '../../importPacks.ts';
import {
  EXAMPLE_MAX,
  type ImportRecord,
  lettersOf,
  NO_COUNTS,
  packOf,
  placeOf,
  type RowVerdict,
  type VerdictCounts,
} from '../../importRecord.ts';
import type { WorkspaceState } from '../../state.ts';
import { uuid7 } from '../../uuid7.ts';

export type ImportOutcome =
  | { ok: true; import: ImportDetail }
  | { ok: false; status: 404 | 409 | 422; code: string; detail: string };

const NOT_FOUND = { ok: false, status: 404, code: 'not-found', detail: 'There is no such import.' } as const;
const HOUR = 3_600_000;

/** What a file looks like before its rows are there. */
export interface ImportBegun {
  name: string;
  bytes: number;
  preset: string | null;
  system: string;
  header: string[];
  delimiter: string;
  columns: Column[];
  actor: Actor;
  now: number;
}

/** Begins to take a file in: its rows follow, a few packs at a time. Answers its id. */
export function beginImport(state: WorkspaceState, begun: ImportBegun): string {
  const { name, bytes, preset, header, delimiter, actor, now, system, columns } = begun;
  // Files whose reading broke off are nobody's.
  for (const number of state.imports.idle('reading', now - HOUR)) state.imports.remove(number);
  const id = uuid7(now, state.random);
  state.imports.insert({
    id,
    status: 'reading',
    file: { name, bytes, preset, header, delimiter, samples: header.map(() => []), actor },
    choice: { system, columns, conflict: 'newest' },
    progress: {
      rows: 0,
      packs: 0,
      later: [],
      plannedSteps: 0,
      doneSteps: 0,
      planned: NO_COUNTS,
      done: NO_COUNTS,
      made: [],
      startedAt: null,
      finishedAt: null,
      undo: null,
    },
    createdAt: now,
    updatedAt: now,
  });
  return id;
}

/** Adds rows to a file that is being read. */
export function addImportRows(
  state: WorkspaceState,
  { id, packs, now }: { id: string; packs: FileRow[][]; now: number },
): void {
  const record = state.imports.byId(id);
  if (record?.status !== 'reading') throw new Error('rows of a file that nobody reads');
  const { progress, file } = record;
  for (const rows of packs) {
    state.imports.addRows(record.number, progress.packs, rows);
    progress.packs += 1;
    progress.rows += rows.length;
    for (const { cells } of rows) sample(file.samples, cells);
  }
  state.imports.update({ ...record, updatedAt: now });
}

const SAMPLES = 3;

function sample(samples: string[][], cells: readonly string[]): void {
  for (const [index, seen] of samples.entries()) {
    const value = (cells[index] ?? '').trim().slice(0, EXAMPLE_MAX);
    if (value !== '' && seen.length < SAMPLES && !seen.includes(value)) seen.push(value);
  }
}

/** The whole file is there: what would become of it is found out, and nothing is changed yet. */
export function planImport(state: WorkspaceState, { id, now }: { id: string; now: number }): ImportOutcome {
  const record = state.imports.byId(id);
  if (!record) return NOT_FOUND;
  return replan(state, record, now);
}

/** Changes what its columns are or who wins, and plans anew. */
export function editImport(
  state: WorkspaceState,
  { id, edit, now }: { id: string; edit: Partial<ImportChoice>; now: number },
): ImportOutcome {
  const record = state.imports.byId(id);
  if (!record) return NOT_FOUND;
  if (record.status !== 'planned' && record.status !== 'planning') return conflict(record);
  if (edit.columns && edit.columns.length !== record.file.header.length) {
    return {
      ok: false,
      status: 422,
      code: 'columns',
      detail: `The file has ${record.file.header.length} columns.`,
    };
  }
  record.choice = { ...record.choice, ...edit };
  return replan(state, record, now);
}

function replan(state: WorkspaceState, record: ImportRecord, now: number): ImportOutcome {
  record.status = 'planning';
  record.progress.plannedSteps = 0;
  record.progress.planned = NO_COUNTS;
  record.updatedAt = now;
  state.dryRuns.delete(record.number);
  state.imports.update(record);
  state.clock.plan('import', String(record.number), now);
  return { ok: true, import: presentImport(state, record) };
}

/** Carries out what is planned, by and by. */
export function startImport(
  state: WorkspaceState,
  { id, actor, now }: { id: string; actor: Actor; now: number },
): ImportOutcome {
  const record = state.imports.byId(id);
  if (!record) return NOT_FOUND;
  if (record.status !== 'planned') return conflict(record);
  record.status = 'running';
  record.progress.startedAt = now;
  record.file.actor = actor;
  return goOn(state, record, { actor, now, verb: 'import.started' });
}

/** Stops it where it is. What is done stays, and can be undone. */
export function cancelImport(
  state: WorkspaceState,
  { id, actor, now }: { id: string; actor: Actor; now: number },
): ImportOutcome {
  const record = state.imports.byId(id);
  if (!record) return NOT_FOUND;
  if (!['planning', 'planned', 'running'].includes(record.status)) return conflict(record);
  record.status = 'cancelled';
  record.progress.finishedAt = now;
  state.dryRuns.delete(record.number);
  state.clock.cancel('import', String(record.number));
  record.updatedAt = now;
  state.imports.update(record);
  state.audit.record({ at: now, actor, verb: 'import.cancelled', subject: `import:${record.id}` });
  return { ok: true, import: presentImport(state, record) };
}

/** Takes everything back that it changed, by and by. */
export function undoImport(
  state: WorkspaceState,
  { id, actor, now }: { id: string; actor: Actor; now: number },
): ImportOutcome {
  const record = state.imports.byId(id);
  if (!record) return NOT_FOUND;
  if (!isUndoable(record)) return conflict(record);
  record.status = 'undoing';
  record.file.actor = actor;
  return goOn(state, record, { actor, now, verb: 'import.undo-started' });
}

function goOn(
  state: WorkspaceState,
  record: ImportRecord,
  { actor, now, verb }: { actor: Actor; now: number; verb: string },
): ImportOutcome {
  record.updatedAt = now;
  state.imports.update(record);
  state.audit.record({
    at: now,
    actor,
    verb,
    subject: `import:${record.id}`,
    payload: { file: record.file.name, rows: record.progress.rows },
  });
  state.clock.plan('import', String(record.number), now);
  return { ok: true, import: presentImport(state, record) };
}

function isUndoable({ status, progress }: ImportRecord): boolean {
  return (status === 'done' || status === 'cancelled') && progress.doneSteps > 0;
}

/** Takes a file away that has changed nothing. */
export function deleteImport(state: WorkspaceState, { id }: { id: string }): ImportOutcome | { ok: true } {
  const record = state.imports.byId(id);
  if (!record) return NOT_FOUND;
  if (record.status === 'running' || record.status === 'undoing' || isUndoable(record)) return conflict(record);
  state.dryRuns.delete(record.number);
  state.clock.cancel('import', String(record.number));
  state.imports.remove(record.number);
  return { ok: true };
}

function conflict({ status }: ImportRecord): ImportOutcome {
  return { ok: false, status: 409, code: 'import-status', detail: `This import is ${status}.` };
}

/** Files brought in, newest first. */
export function listImports(
  state: WorkspaceState,
  { cursor, limit }: { cursor?: number; limit: number },
): { items: ImportSummary[]; next: string | null } {
  const found = state.imports.list(cursor ?? Number.MAX_SAFE_INTEGER, limit + 1);
  const shown = found.slice(0, limit);
  return {
    items: shown.map(presentSummary),
    next: found.length > limit ? String(shown.at(-1)?.number) : null,
  };
}

export function readImport(state: WorkspaceState, { id }: { id: string }): ImportDetail | null {
  const record = state.imports.byId(id);
  return record ? presentImport(state, record) : null;
}

/** A page of rows with what becomes, or became, of them. `cursor` is the place to go on from. */
export function listImportRows(
  state: WorkspaceState,
  { id, verdict, cursor, limit }: { id: string; verdict?: IntakeVerdict | 'noted'; cursor?: number; limit: number },
): { items: ImportRow[]; next: string | null } | null {
  const record = state.imports.byId(id);
  if (!record) return null;
  const from = record.progress.doneSteps > 0 ? 'done' : 'plan';
  const letters = verdict ? lettersOf(verdict) : [];
  const packs = new Packs(state, record);
  const found: { place: number; row: RowVerdict }[] = [];
  const start = packOf(cursor ?? 0);
  let pack = state.imports.packWith(from, record.number, start.pack, letters);
  let next: number | null = null;
  while (pack !== null && next === null) {
    const verdicts = state.imports.verdicts(from, record.number, pack);
    for (const [index, row] of verdicts.entries()) {
      const place = placeOf(pack, index);
      if (!row || place < (cursor ?? 0) || !suits(row, verdict)) continue;
      if (found.length === limit) {
        next = place;
        break;
      }
      found.push({ place, row });
    }
    if (next === null) pack = state.imports.packWith(from, record.number, pack + 1, letters);
  }
  const names = state.contacts.names(found.flatMap(({ row }) => (row.contact && row.contact > 0 ? [row.contact] : [])));
  const items = found.map(({ place, row }): ImportRow => {
    const { line, name, email } = packs.shown(place);
    const maker = row.contact !== undefined && row.contact < 0 ? -row.contact - 1 : null;
    return {
      line,
      name,
      email,
      verdict: row.verdict,
      why: row.why ?? null,
      changed: row.changed ?? [],
      notes: row.notes ?? [],
      stays: (row.stays ?? []).map((one) => showStaying(state, record, packs, row, one)),
      contact: (row.contact !== undefined && names.get(row.contact)) || null,
      ofLine: maker === null || maker === place ? null : packs.shown(maker).line,
    };
  });
  return { items, next: next === null ? null : String(next) };
}

/** What a row differs in and does not change: the value that stays is read where it is, in the file or with the person. */
function showStaying(
  state: WorkspaceState,
  { progress }: ImportRecord,
  packs: Packs,
  { contact = 0 }: RowVerdict,
  { field, why, row }: StayingField,
): ImportRow['stays'][number] {
  const person = row === undefined && contact > 0 ? state.contacts.root(contact) : undefined;
  // Whoever was changed since may have another value by now.
  const isAsThen = person && person.updatedAt <= (progress.finishedAt ?? Number.POSITIVE_INFINITY);
  const holder = row === undefined ? (isAsThen ? person : undefined) : packs.record(row);
  const value = field === 'name' || field === 'company' ? holder?.[field] : holder?.attributes[field];
  return {
    field,
    why,
    value: value === undefined || value === null ? null : String(value).slice(0, EXAMPLE_MAX),
    ofLine: row === undefined ? null : packs.shown(row).line,
  };
}

function suits(row: RowVerdict, filter: IntakeVerdict | 'noted' | undefined): boolean {
  if (filter === undefined) return true;
  return filter === 'noted' ? (row.notes?.length ?? 0) > 0 : row.verdict === filter;
}

/** A row as it was written, with why it was refused or what of it was left out. */
export interface RowToMend {
  cells: string[];
  /** '' unless refused */
  why: IntakeWhy | '';
  notes: IntakeNote[];
}

/** How a file of rows to mend begins. */
export function mendingHead(
  state: WorkspaceState,
  { id }: { id: string },
): { header: string[]; delimiter: string } | null {
  const file = state.imports.byId(id)?.file;
  return file ? { header: file.header, delimiter: file.delimiter } : null;
}

/** A page of the rows to mend: those refused, and those of which something was left out. */
export function rowsToMend(
  state: WorkspaceState,
  { id, cursor, limit }: { id: string; cursor?: number; limit: number },
): { rows: RowToMend[]; next: number | null } | null {
  const record = state.imports.byId(id);
  if (!record) return null;
  const from = record.progress.doneSteps > 0 ? 'done' : 'plan';
  const letters = [...new Set([...lettersOf('refuse'), ...lettersOf('noted')])];
  const rows: RowToMend[] = [];
  let pack = state.imports.packWith(from, record.number, cursor ?? 0, letters);
  while (pack !== null && rows.length < limit) {
    const written = state.imports.rows(record.number, pack);
    for (const [index, row] of state.imports.verdicts(from, record.number, pack).entries()) {
      if (!row || !(row.verdict === 'refuse' || row.notes?.length)) continue;
      const why = row.verdict === 'refuse' ? (row.why ?? '') : '';
      rows.push({ cells: written[index]?.cells ?? [], why, notes: row.notes ?? [] });
    }
    pack = state.imports.packWith(from, record.number, pack + 1, letters);
  }
  return { rows, next: pack };
}

function presentSummary(record: ImportRecord): ImportSummary {
  const { progress, file, status } = record;
  const steps = progress.packs + progress.later.length;
  const isPlanned = !['reading', 'planning'].includes(status) && progress.plannedSteps >= steps;
  const done =
    status === 'planning'
      ? progress.plannedSteps
      : status === 'undoing'
        ? (progress.undo?.steps ?? 0)
        : progress.doneSteps;
  const of = status === 'undoing' || status === 'undone' ? progress.doneSteps : Math.max(1, steps);
  const isRun = progress.doneSteps > 0;
  return {
    id: record.id,
    status,
    name: file.name,
    bytes: file.bytes,
    preset: file.preset,
    by: file.actor.name,
    rows: progress.rows,
    progress: {
      done: Math.min(progress.rows, Math.round((done / Math.max(1, of)) * progress.rows)),
      of: progress.rows,
    },
    planned: isPlanned ? progress.planned : null,
    done: isRun ? progress.done : null,
    differs: isRun && progress.doneSteps >= steps && !sameCounts(progress.planned, progress.done),
    createdAt: iso(record.createdAt),
    startedAt: progress.startedAt === null ? null : iso(progress.startedAt),
    finishedAt: progress.finishedAt === null ? null : iso(progress.finishedAt),
  };
}

function presentImport(state: WorkspaceState, record: ImportRecord): ImportDetail {
  const { file, choice, progress } = record;
  const { steps: _, ...undo } = progress.undo ?? {
    steps: 0,
    removed: 0,
    restored: 0,
    parted: 0,
    keptTotal: 0,
    kept: [],
  };
  return {
    ...presentSummary(record),
    header: file.header,
    samples: file.samples,
    choice,
    undo: progress.undo && undo,
    undoable: isUndoable(record)
      ? {
          made: progress.done.create,
          changed: progress.done.update + progress.done.merge,
          answered: progress.made.reduce((sum, [from, to]) => sum + state.imports.answered(from, to), 0),
        }
      : null,
  };
}

function sameCounts(a: VerdictCounts, b: VerdictCounts): boolean {
  return (Object.keys(a) as (keyof VerdictCounts)[]).every((key) => a[key] === b[key]);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
