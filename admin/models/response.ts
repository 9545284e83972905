import { computed, signal } from '@preact/signals';
import type { ResponseDetail, ResponseSummary } from '../../contract/response.ts';
import * as api from '../api.ts';
import { t } from '../messages/translate.ts';
import { attempt } from './attempt.ts';
import { onLive } from './live.ts';
import { createResource } from './resource.ts';
import { dropResponse, replaceResponse } from './responses.ts';
import { say } from './toast.ts';

/** The one response read in full, and what the same person answered before. */
export const detail = createResource<ResponseDetail>();
export const earlier = signal<{ items: ResponseSummary[]; total: number } | null>(null);

const EARLIER_SHOWN = 5;

async function loadEarlier(response: ResponseDetail): Promise<void> {
  earlier.value = null;
  if (!response.contact) return;
  const { contact } = response;
  const [timeline, person] = await Promise.all([
    api.getTimeline(contact.id, { kind: 'response', limit: 50 }),
    api.getContact(contact.id),
  ]);
  if (detail.data.value?.id !== response.id) return;
  const answers = timeline.items.flatMap((item) => (item.kind === 'response' ? [item.response] : []));
  const before = answers.filter((answer) => answer.id !== response.id && answer.receivedAt < response.receivedAt);
  earlier.value = { items: before.slice(0, EARLIER_SHOWN), total: person.responses };
}

async function take(response: ResponseDetail): Promise<void> {
  try {
    await loadEarlier(response);
  } catch (error) {
    // The history is a kindness; the response itself is here.
    if (!(error instanceof api.ApiError)) throw error;
  }
}

/** Reads one response in full. */
export async function loadResponse(id: string): Promise<void> {
  if (detail.data.value?.id !== id) {
    detail.clear();
    earlier.value = null;
  }
  await detail.load((signal) => api.getResponse(id, signal));
  const response = detail.data.value;
  if (response?.id === id) await take(response);
}

/** Keeps the response shown up to date; returns how to stop. */
export function followResponse(): () => void {
  return onLive(({ response }) => {
    if (detail.data.value?.id === response.id) void loadResponse(response.id);
  });
}

async function changed(response: ResponseDetail): Promise<void> {
  detail.data.value = response;
  replaceResponse(response);
  await take(response);
}

/** Ties the response shown to a person by hand, or unties it with null. */
export function tieTo(contact: { id: string; name: string } | null): Promise<boolean> {
  return attempt(async () => {
    const id = detail.data.value?.id;
    if (!id) return;
    const response = await api.tieResponse(id, contact?.id ?? null);
    say(contact ? t('why.tied', { name: contact.name }) : t('why.untied'));
    await changed(response);
  });
}

/** Whether the decision in force can be taken back. */
export const undoable = computed(() => detail.data.value?.match?.undoable ?? false);

/** Takes back the decision in force. */
export function undo(): Promise<boolean> {
  return attempt(async () => {
    const id = detail.data.value?.id;
    if (!id || !undoable.value) return;
    const response = await api.undoMatch(id);
    say(response.contact ? t('why.undone', { name: response.contact.name }) : t('why.undone-nobody'));
    await changed(response);
  });
}

/** Deletes the response shown, for good. */
export function removeResponse(): Promise<boolean> {
  return attempt(async () => {
    const id = detail.data.value?.id;
    if (!id) return;
    await api.deleteResponse(id);
    detail.clear();
    dropResponse(id);
    say(t('detail.deleted'));
  });
}
