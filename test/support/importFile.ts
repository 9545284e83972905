import { expect } from 'vitest';
import type { ImportDetail, ImportRow } from '../../contract/imports.ts';
import { eventually } from './eventually.ts';
import type { TestWorkspace } from './product.ts';

/** Brings a file in as far as its plan. */
export async function planFile(
  shop: TestWorkspace,
  file: string | Uint8Array,
  name = 'people.csv',
): Promise<ImportDetail> {
  const made = await shop.api(`/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: file as BodyInit,
    headers: { 'content-type': 'application/octet-stream' },
  });
  expect(made.status, await made.clone().text()).toBe(201);
  const { id } = (await made.json()) as ImportDetail;
  return reach(shop, id, 'planned');
}

/** Carries out what is planned, undoes it, …: whatever a POST below an import does, until it is there. */
export async function doImport(shop: TestWorkspace, id: string, verb: 'run' | 'undo'): Promise<ImportDetail> {
  const answer = await shop.api(`/imports/${id}/${verb}`, { method: 'POST' });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return reach(shop, id, verb === 'run' ? 'done' : 'undone');
}

export async function reach(shop: TestWorkspace, id: string, status: ImportDetail['status']): Promise<ImportDetail> {
  return eventually(
    async () => {
      await shop.object.runClock(Date.now());
      return readImport(shop, id);
    },
    (found) => found.status === status,
    120_000,
  );
}

export async function readImport(shop: TestWorkspace, id: string): Promise<ImportDetail> {
  return (await (await shop.api(`/imports/${id}`)).json()) as ImportDetail;
}

/** Every row of one verdict, page by page. */
export async function importRows(shop: TestWorkspace, id: string, verdict = '', limit = 200): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const answer = await shop.api(
      `/imports/${id}/rows?limit=${limit}${verdict && `&verdict=${verdict}`}${cursor && `&cursor=${cursor}`}`,
    );
    expect(answer.status).toBe(200);
    const page = (await answer.json()) as { items: ImportRow[]; next: string | null };
    rows.push(...page.items);
    cursor = page.next;
  }
  return rows;
}
