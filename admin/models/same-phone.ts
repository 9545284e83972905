import { signal } from '@preact/signals';
import type { Contact, ContactSummary } from '../../contract/contact.ts';
import * as api from '../api.ts';

/** Somebody just added, and who else has the same phone. A hint: households and offices share phones. */
export const samePhone = signal<{ of: string; other: ContactSummary } | null>(null);

/** Looks for somebody else with the phone of a person just added. */
export async function findSamePhone(added: Contact): Promise<void> {
  samePhone.value = null;
  if (!added.phone) return;
  try {
    const { items } = await api.listContacts({ q: added.phone, limit: 5 });
    const other = items.find(({ id }) => id !== added.id);
    if (other) samePhone.value = { of: added.id, other };
  } catch (error) {
    // A hint that cannot be given is none.
    if (!(error instanceof api.ApiError)) throw error;
  }
}

/** Takes the hint away. */
export function forgetSamePhone(): void {
  samePhone.value = null;
}
