import { computed, signal } from '@preact/signals';
import type { ContactCreate, ContactSummary } from '../../contract/contact.ts';
import * as api from '../api.ts';
import { t } from '../messages/translate.ts';
import { attempt } from './attempt.ts';
import type { Faults } from './faults.ts';
import { navigate, query } from './location.ts';
import { createResource } from './resource.ts';
import { findSamePhone } from './same-phone.ts';
import { say } from './toast.ts';

const PAGE = 60;

/** What is searched for, as the address says. */
export const search = computed(() => query.value.get('q') ?? '');

/** Whom the list stays among, as the address says. */
export const narrowed = computed((): api.PeopleFilters => {
  const params = query.value;
  const some = (name: string) => params.get(name)?.split(',').filter(Boolean) ?? [];
  return {
    segment: some('segment'),
    coverage: some('coverage'),
    company: params.get('company') ?? '',
    stage: params.get('stage') ?? '',
    lately: params.get('lately') ?? '',
    within: params.get('within') ?? '',
  };
});
/** The same by value, with what is searched for. */
export const peopleKey = computed(() => JSON.stringify([search.value, narrowed.value]));

const list = createResource<api.Page<ContactSummary> & { total: number; more: boolean }>();
export const people = signal<ContactSummary[]>([]);
export const peopleError = list.error;
export const peopleTotal = computed(() => list.data.value?.total ?? null);
/** More were found than are counted. */
export const peopleMore = computed(() => list.data.value?.more ?? false);

let cursor: string | null = null;
let more = false;

/** Reads the people found. */
export async function loadPeople(): Promise<void> {
  const key = peopleKey.value;
  await list.load((signal) => api.listContacts({ ...narrowed.value, q: search.value, limit: PAGE }, signal));
  const page = list.data.value;
  if (!page || key !== peopleKey.value) return;
  people.value = page.items;
  cursor = page.next;
}

/** Reads the next page, once at a time. */
export async function loadMorePeople(): Promise<void> {
  if (cursor === null || more) return;
  more = true;
  const key = peopleKey.value;
  try {
    const page = await api.listContacts({ ...narrowed.value, q: search.value, cursor, limit: PAGE });
    if (key !== peopleKey.value) return;
    const known = new Set(people.value.map((person) => person.id));
    people.value = [...people.value, ...page.items.filter((person) => !known.has(person.id))];
    cursor = page.next;
  } catch (error) {
    if (!(error instanceof api.ApiError)) throw error;
    peopleError.value = error;
  } finally {
    more = false;
  }
}

/** Adds a person and opens their page. Resolves to whether it was done. */
export function addPerson(contact: ContactCreate, faults: Faults): Promise<boolean> {
  return attempt(async () => {
    const added = await api.createContact(contact);
    say(t('people.added', { name: added.name }));
    navigate(`/people/${encodeURIComponent(added.id)}`);
    void findSamePhone(added);
  }, faults);
}
