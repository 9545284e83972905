import { signal } from '@preact/signals';
import type { Contact, ContactSummary } from '../../contract/contact.ts';
import type { JournalEntry, Merge, MergeChoice } from '../../contract/identity.ts';
import * as api from '../api.ts';
import { t } from '../messages/translate.ts';
import { attempt } from './attempt.ts';
import { createResource } from './resource.ts';
import { say } from './toast.ts';

/** Merges the person whose page is open took part in, the latest first. */
export const merges = createResource<Merge[]>();
/** Decisions on who they are, the latest first. */
export const journal = createResource<JournalEntry[]>();
export const hasEarlier = signal(false);

const PAGE = 20;
let cursor: string | null = null;

/** Reads both for a person. */
export async function loadIdentity(id: string): Promise<void> {
  await Promise.all([
    merges.load(async (signal) => (await api.listMerges({ contact: id }, signal)).items),
    journal.load(async (signal) => {
      const page = await api.getJournal(id, { limit: PAGE }, signal);
      cursor = page.next;
      hasEarlier.value = page.next !== null;
      return page.items;
    }),
  ]);
}

/** Forgets them, when another person's page opens. */
export function clearIdentity(): void {
  merges.clear();
  journal.clear();
}

/** Reads on, to earlier decisions. */
export async function loadEarlier(id: string): Promise<void> {
  const before = journal.data.value;
  if (cursor === null || !before) return;
  await attempt(async () => {
    const page = await api.getJournal(id, { limit: PAGE, cursor });
    cursor = page.next;
    hasEarlier.value = page.next !== null;
    journal.data.value = [...before, ...page.items];
  });
}

/** Whose field is shown, by the field: `name`, `company`, `attributes.…` to a contact's id. */
export type Chosen = Readonly<Record<string, string>>;

const ATTRIBUTE = 'attributes.';

type Value = string | number | boolean | null | undefined;

/** A field of two people, with what each has in it. */
interface Differing {
  field: string;
  values: [Value, Value];
}

/** Fields two people may be told apart by, where at least one has something: their names and both values. */
export function fieldsOf(a: Contact, b: Contact): Differing[] {
  const names = new Set([...Object.keys(a.attributes), ...Object.keys(b.attributes)]);
  const all: Differing[] = [
    { field: 'name', values: [a.name, b.name] },
    { field: 'company', values: [a.company, b.company] },
    ...[...names].map(
      (name): Differing => ({
        field: ATTRIBUTE + name,
        values: [a.attributes[name], b.attributes[name]],
      }),
    ),
  ];
  return all.filter(({ values }) => values.some((value) => (value ?? '') !== ''));
}

/** Whose field is shown unless somebody chooses: the survivor's or, where that is empty, the other's. */
export function defaultOf(field: string, survivor: Contact, absorbed: Contact): string {
  const own = fieldsOf(survivor, absorbed).find((one) => one.field === field)?.values[0] ?? '';
  return own === '' ? absorbed.id : survivor.id;
}

/** What was chosen, as the wire has it. */
export function choiceOf(chosen: Chosen, survivor: Contact): MergeChoice {
  const choice: MergeChoice = {};
  for (const [field, id] of Object.entries(chosen)) {
    const side = id === survivor.id ? 'survivor' : 'absorbed';
    if (field.startsWith(ATTRIBUTE)) {
      choice.attributes = { ...choice.attributes, [field.slice(ATTRIBUTE.length)]: side };
    } else if (field === 'name' || field === 'company') choice[field] = side;
  }
  return choice;
}

const LIKELY = 8;

/** Who may be the same as somebody: those suggested, then those called alike. */
export async function likelySame({ id, name }: Contact, signal?: AbortSignal): Promise<ContactSummary[]> {
  const last = name.trim().split(/\s+/).at(-1) ?? '';
  const [suggested, ...named] = await Promise.all([
    api.listSuggestions({ contact: id, limit: LIKELY }, signal),
    ...[...new Set([name.trim(), last])].filter(Boolean).map((q) => api.listContacts({ q, limit: LIKELY + 1 }, signal)),
  ]);
  const all = [...suggested.items.flatMap(({ a, b }) => [a, b]), ...named.flatMap(({ items }) => items)];
  const others = new Map(all.filter((one) => one.id !== id).map((one) => [one.id, one]));
  return [...others.values()].slice(0, LIKELY);
}

/** Makes two people one. Resolves to whether it was done. */
export function merge(survivor: Contact, absorb: Contact, chosen: Chosen): Promise<boolean> {
  return attempt(async () => {
    await api.mergeContact(survivor.id, { absorb: absorb.id, choose: choiceOf(chosen, survivor) });
    say(t('merge.done'));
  });
}

/** Makes them two again. */
export function undoMerge(id: string): Promise<boolean> {
  return attempt(async () => {
    await api.undoMerge(id);
    say(t('merge.undone'));
  });
}
