import { effect, signal } from '@preact/signals';
import type { Consent, ConsentCreate } from '../../contract/consent.ts';
import type { EraseBody, Erasure } from '../../contract/erasure.ts';
import type { Retention, RetentionDays, RetentionPreview } from '../../contract/retention.ts';
import * as api from '../api.ts';
import { t } from '../messages/translate.ts';
import { attempt } from './attempt.ts';
import type { Faults } from './faults.ts';
import { onErased, resumed } from './live.ts';
import { navigate } from './location.ts';
import { loadAsking } from './person.ts';
import { createResource } from './resource.ts';
import { may } from './session.ts';
import { say } from './toast.ts';

/** What the person whose page is open consented to. */
export const consents = createResource<Consent[]>();
export const erasures = createResource<Erasure[]>();
export const hasMoreErasures = signal(false);
/** The certificate that is open. */
export const certificate = createResource<Erasure>();
export const retention = createResource<Retention>();
/** What the days in the form would take out; null until somebody asked. */
export const losses = signal<RetentionPreview | null>(null);

const PAGE = 50;
let cursor: string | null = null;
/** Whom this page itself is erasing: its own news are no surprise. */
let erasing: string | null = null;

export function loadConsents(contact: string): Promise<void> {
  return consents.load(async (abort) => (await api.listConsents(contact, abort)).items);
}

export function recordConsent(contact: string, consent: ConsentCreate, faults: Faults): Promise<boolean> {
  return attempt(async () => {
    consents.data.value = (await api.addConsent(contact, consent)).items;
    say(t(consent.state === 'withdrawn' ? 'consent.saved-withdrawn' : 'consent.saved'));
    // Whether they are asked may hang on it.
    void loadAsking();
  }, faults);
}

/** Erases a person and opens the certificate. */
export function erase(contact: string, wanted: EraseBody, faults: Faults): Promise<boolean> {
  erasing = contact;
  return attempt(async () => {
    const made = await api.eraseContact(contact, wanted);
    certificate.data.value = made;
    navigate(`/erasures/${made.id}`, { replace: true });
    say(t('erase.done'));
  }, faults);
}

/** Leaves a person's page when somebody erases them; returns how to stop. Viewers are not told whom: they look. */
export function leaveWhenErased(contact: string): () => void {
  const leave = (why: 'erase.gone' | 'erase.away') => {
    if (erasing === contact) return;
    navigate('/people', { replace: true });
    say(t(why));
  };
  if (may('agent')) return onErased((contacts) => contacts.includes(contact) && leave('erase.gone'));
  const seen = resumed.peek();
  return effect(() => {
    if (resumed.value === seen) return;
    api.getContact(contact).catch((error: unknown) => {
      if (error instanceof api.ApiError && error.status === 404) leave('erase.away');
    });
  });
}

export function loadErasures(): Promise<void> {
  return erasures.load(async (abort) => {
    const page = await api.listErasures({ limit: PAGE }, abort);
    cursor = page.next;
    hasMoreErasures.value = page.next !== null;
    return page.items;
  });
}

/** Reads on, to older certificates. */
export async function loadOlderErasures(): Promise<void> {
  const before = erasures.data.value;
  if (cursor === null || !before) return;
  await attempt(async () => {
    const page = await api.listErasures({ cursor, limit: PAGE });
    cursor = page.next;
    hasMoreErasures.value = page.next !== null;
    erasures.data.value = [...before, ...page.items];
  });
}

export function loadCertificate(id: string): Promise<void> {
  if (certificate.data.value?.id !== id) certificate.clear();
  return certificate.load((abort) => api.getErasure(id, abort));
}

/** Lets whoever was erased come back. */
export function lift(id: string): Promise<boolean> {
  return attempt(async () => {
    certificate.data.value = await api.liftErasure(id);
  });
}

export function loadRetention(): Promise<void> {
  losses.value = null;
  return retention.load((abort) => api.getRetention(abort));
}

export function saveRetention(days: RetentionDays, faults: Faults): Promise<boolean> {
  return attempt(async () => {
    retention.data.value = await api.saveRetention(days);
    losses.value = null;
    say(t('retention.saved'));
  }, faults);
}

/** Asks what some days would take out. */
export function previewRetention(days: RetentionDays, faults: Faults): Promise<boolean> {
  return attempt(async () => {
    losses.value = await api.previewRetention(days);
  }, faults);
}
