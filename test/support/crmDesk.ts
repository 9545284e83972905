import { expect } from 'vitest';
import type { Connection, SyncLogEntry } from '../../contract/connection.ts';
import type { Contact, ContactSummary } from '../../contract/contact.ts';
import { eventually } from './eventually.ts';
import type { TestWorkspace } from './product.ts';

/** What a test asks of connections, as somebody at the admin would. */
export function crmDesk(shop: TestWorkspace) {
  async function json<T>(asked: Promise<Response>): Promise<T> {
    const answer = await asked;
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }
  const post = (path: string, body?: unknown) =>
    json<Connection>(shop.api(path, { method: 'POST', ...(body === undefined ? {} : { body: JSON.stringify(body) }) }));
  const read = (id: string) => json<Connection>(shop.api(`/connections/${id}`));
  const find = (q: string) =>
    json<{ items: ContactSummary[] }>(shop.api(`/contacts?limit=200&q=${encodeURIComponent(q)}`));

  return {
    read,
    resume: (id: string) => post(`/connections/${id}/resume`),
    pause: (id: string) => post(`/connections/${id}/pause`),
    run: (id: string, full = false) => post(`/connections/${id}/run`, { full }),
    edit: (id: string, edit: unknown) =>
      json<Connection>(shop.api(`/connections/${id}`, { method: 'PATCH', body: JSON.stringify(edit) })),
    log: async (id: string) => (await json<{ items: SyncLogEntry[] }>(shop.api(`/connections/${id}/log`))).items,

    /** Waits until a run has ended well. */
    settled: (id: string) =>
      eventually(
        () => read(id),
        ({ lastSuccessAt, nextRunAt }) => lastSuccessAt !== null && nextRunAt !== null,
        60_000,
      ),
    /** Waits until something is said to be wrong. */
    faulty: (id: string) =>
      eventually(
        () => read(id),
        ({ fault }) => fault !== null,
        30_000,
      ),

    /** How many people there are. */
    async people(): Promise<number> {
      let cursor = '';
      for (let total = 0; ; ) {
        const path = `/contacts?limit=200${cursor && `&cursor=${cursor}`}`;
        const page = await json<{ items: ContactSummary[]; next: string | null }>(shop.api(path));
        total += page.items.length;
        if (page.next === null) return total;
        cursor = page.next;
      }
    },

    /** The one person that a search finds; searching knows of somebody new a moment later. */
    async person(q: string): Promise<Contact> {
      const { items } = await eventually(
        () => find(q),
        (found) => found.items.length > 0,
      );
      expect(items).toHaveLength(1);
      return json<Contact>(shop.api(`/contacts/${items[0]?.id}`));
    },
  };
}
