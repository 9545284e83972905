import { computed, signal } from '@preact/signals';
import type { AuditEntry, AuditProof } from '../../contract/audit.ts';
import * as api from '../api.ts';
import { attempt } from './attempt.ts';
import { hrefWith, navigate, query } from './location.ts';
import { createResource } from './resource.ts';

const PAGE = 100;

/** Entries of the trail, newest first. */
export const entries = createResource<AuditEntry[]>();
export const hasMoreEntries = signal(false);
/** Whether the whole trail follows. */
export const proof = createResource<AuditProof>();

/** What the address narrows the trail to. */
export const narrowed = computed(() => ({
  verb: query.value.get('verb') ?? '',
  subject: query.value.get('subject') ?? '',
}));

let cursor: string | null = null;

export function loadEntries(): Promise<void> {
  return entries.load(async (abort) => {
    const page = await api.listAudit({ ...narrowed.value, limit: PAGE }, abort);
    cursor = page.next;
    hasMoreEntries.value = page.next !== null;
    return page.items;
  });
}

/** Reads on, to older entries. */
export async function loadOlderEntries(): Promise<void> {
  const before = entries.data.value;
  if (cursor === null || !before) return;
  await attempt(async () => {
    const page = await api.listAudit({ ...narrowed.value, cursor, limit: PAGE });
    cursor = page.next;
    hasMoreEntries.value = page.next !== null;
    entries.data.value = [...before, ...page.items];
  });
}

export function loadProof(): Promise<void> {
  return proof.load((abort) => api.getAuditProof(abort));
}

/** Narrows the trail; an empty text lets everything through. */
export function narrow(changes: { verb?: string; subject?: string }): void {
  navigate(hrefWith(Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value || null]))));
}
