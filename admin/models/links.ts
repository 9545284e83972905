import { signal } from '@preact/signals';
import type { Invitation, InvitationCreate, InvitationMade } from '../../contract/invitation.ts';
import * as api from '../api.ts';
import { t } from '../messages/translate.ts';
import { attempt } from './attempt.ts';
import type { Faults } from './faults.ts';
import { createResource } from './resource.ts';
import { say } from './toast.ts';

/** The links by which one survey is answered, newest first. */
export const links = createResource<Invitation[]>();
/** A link that was just made: its address is told once, and forgotten when its dialog closes. */
export const madeLink = signal<InvitationMade | null>(null);

/** Reads a survey's links. */
export function loadLinks(survey: string): Promise<void> {
  return links.load(async (abort) => (await api.listInvitations({ survey, limit: 100 }, abort)).items);
}

/** Makes a link. Resolves to whether it was done. */
export function makeLink(wanted: InvitationCreate, faults: Faults): Promise<boolean> {
  return attempt(async () => {
    const made = await api.createInvitation(wanted);
    madeLink.value = made;
    const { url: _, ...listed } = made;
    links.data.value = [listed, ...(links.data.value ?? [])];
  }, faults);
}

/** Ends a link. Resolves to whether it was done. */
export function revokeLink(id: string): Promise<boolean> {
  return attempt(async () => {
    const revoked = await api.revokeInvitation(id);
    links.data.value = (links.data.value ?? []).map((one) => (one.id === id ? revoked : one));
    say(t('links.revoked'));
  });
}
