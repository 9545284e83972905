import { effect, signal } from '@preact/signals';
import type { ImportChoice, ImportDetail, ImportRow, ImportSummary, IntakeVerdict } from '../../contract/imports.ts';
import * as api from '../api.ts';
import { type PlainKey, t } from '../messages/translate.ts';
import { attempt, explain } from './attempt.ts';
import { navigate } from './location.ts';
import { createResource } from './resource.ts';
import { say } from './toast.ts';

export type RowFilter = IntakeVerdict | 'noted' | '';

/** Files brought in, newest first. */
export const importList = createResource<ImportSummary[]>();
/** The import on screen. */
export const importShown = createResource<ImportDetail>();
/** Its rows as far as they are read, and where they go on. */
export const importRows = createResource<ImportRow[]>();
const next = signal<string | null>(null);
export const rowFilter = signal<RowFilter>('');
/** The file that is on its way to the server. */
export const uploading = signal<string | null>(null);
/** Why a file was not taken. */
export const fileFault = signal('');

const BUSY = ['reading', 'planning', 'running', 'undoing'];
/** How often something that goes on by itself is looked at. */
const LOOK_AGAIN = 700;

export function isBusy(one: ImportSummary): boolean {
  return BUSY.includes(one.status);
}

export async function loadImports(): Promise<void> {
  await importList.load(async (abort) => (await api.listImports(abort)).items);
}

/** Sends a file and opens what it is taken for. */
export async function bringIn(file: File): Promise<void> {
  uploading.value = file.name;
  fileFault.value = '';
  try {
    const { id } = await api.sendImport(file);
    navigate(`/imports/${encodeURIComponent(id)}`);
  } catch (error) {
    if (!(error instanceof api.ApiError)) throw error;
    fileFault.value = faultOf(error);
  } finally {
    uploading.value = null;
  }
}

const FAULTS: Record<string, PlainKey> = {
  'file-empty': 'import.fault-empty',
  'file-no-rows': 'import.fault-no-rows',
  'file-workbook': 'import.fault-workbook',
  'file-not-text': 'import.fault-not-text',
  'file-too-many-columns': 'import.fault-too-many-columns',
  'too-large': 'import.fault-too-large',
};

function faultOf(error: api.ApiError): string {
  const known = FAULTS[error.code];
  return known ? t(known) : explain(error);
}

/** Opens an import and follows it for as long as it goes on by itself; returns how to stop. */
export function followImport(id: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  importShown.clear();
  importRows.clear();
  rowFilter.value = '';
  const look = () => void importShown.load((abort) => api.getImport(id, abort));
  look();
  let rowsOf = '';
  const stop = effect(() => {
    const shown = importShown.data.value;
    clearTimeout(timer);
    if (!shown) return;
    if (isBusy(shown)) timer = setTimeout(look, LOOK_AGAIN);
    const key = `${shown.status} ${shown.planned ? 1 : 0} ${rowFilter.value}`;
    if (isBusy(shown) || key === rowsOf) return;
    rowsOf = key;
    void loadRows(id);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

async function loadRows(id: string): Promise<void> {
  await importRows.load(async (abort) => {
    const page = await api.listImportRows(id, { verdict: rowFilter.peek(), limit: 100 }, abort);
    next.value = page.next;
    return page.items;
  });
}

/** Reads the rows below those that are shown. */
export async function loadMoreRows(): Promise<void> {
  const id = importShown.data.value?.id;
  const cursor = next.value;
  const shown = importRows.data.value;
  if (!id || !cursor || !shown || importRows.loading.value) return;
  await importRows.load(async (abort) => {
    const page = await api.listImportRows(id, { verdict: rowFilter.peek(), cursor, limit: 100 }, abort);
    next.value = page.next;
    return [...shown, ...page.items];
  });
}

/** Does something with the import on screen, and shows what it is now. */
function act(call: (id: string) => Promise<ImportDetail>): Promise<boolean> {
  const id = importShown.data.value?.id;
  if (!id) return Promise.resolve(false);
  return attempt(async () => {
    const after = await call(id);
    await importShown.load(() => Promise.resolve(after));
  });
}

export const changeImport = (edit: Partial<ImportChoice>) => act((id) => api.editImport(id, edit));
export const runImport = () => act((id) => api.moveImport(id, 'run'));
export const cancelImport = () => act((id) => api.moveImport(id, 'cancel'));
export const undoImport = () => act((id) => api.moveImport(id, 'undo'));

/** Takes a file away that has changed nothing. */
export function deleteImport(id: string): Promise<boolean> {
  return attempt(async () => {
    await api.deleteImport(id);
    say(t('import.deleted'));
    navigate('/imports');
  });
}
