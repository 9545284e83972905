import { computed, signal } from '@preact/signals';
import type { ContactEdit, ContactRead, IdentifierNew, Resting, TimelineItem } from '../../contract/contact.ts';
import type { ContactSurvey } from '../../contract/decision.ts';
import type { ResponseSummary } from '../../contract/response.ts';
import * as api from '../api.ts';
import { t } from '../messages/translate.ts';
import { attempt } from './attempt.ts';
import type { Faults } from './faults.ts';
import { onLive } from './live.ts';
import { hrefWith, navigate, query } from './location.ts';
import { createResource } from './resource.ts';
import { say } from './toast.ts';

export const TABS = ['all', 'response', 'display', 'event'] as const;
export type Tab = (typeof TABS)[number];

/** The person whose page is open. */
export const person = createResource<ContactRead>();
/** Their scored answers, oldest first, for the plot. */
export const felt = signal<ResponseSummary[]>([]);
/** For each live survey, whether they would be asked it now. */
export const asking = createResource<ContactSurvey[]>();
/** What taking the identifier away that was pressed would untie. */
export const restingAnswers = createResource<Resting>();
export const timeline = createResource<TimelineItem[]>();
export const hasMore = signal(false);

/** Which part of the timeline is shown, as the address says. */
export const tab = computed<Tab>(() => TABS.find((known) => known === query.value.get('tab')) ?? 'all');

const PAGE = 40;
/** As many answers as a plot can still tell apart. */
const PLOTTED = 120;

let id = '';
let cursor: string | null = null;

const kindOf = (shown: Tab) => (shown === 'all' ? {} : { kind: shown });

async function loadFelt(): Promise<void> {
  const mine = id;
  try {
    const page = await api.getTimeline(mine, { kind: 'response', limit: PLOTTED });
    if (mine !== id) return;
    felt.value = page.items
      .flatMap((item) => (item.kind === 'response' && item.response.score !== null ? [item.response] : []))
      .reverse();
  } catch (error) {
    // The timeline below tells the same, and says so when it cannot be read.
    if (!(error instanceof api.ApiError)) throw error;
  }
}

/** Reads the part of the timeline that is shown, from its newest event. */
export function loadTimeline(): Promise<void> {
  const mine = id;
  return timeline.load(async (signal) => {
    const page = await api.getTimeline(mine, { ...kindOf(tab.value), limit: PAGE }, signal);
    cursor = page.next;
    hasMore.value = page.next !== null;
    return page.items;
  });
}

/** Reads on, to older events. */
export async function loadOlder(): Promise<void> {
  const before = timeline.data.value;
  if (cursor === null || !before) return;
  await attempt(async () => {
    const page = await api.getTimeline(id, { ...kindOf(tab.value), cursor, limit: PAGE });
    cursor = page.next;
    hasMore.value = page.next !== null;
    timeline.data.value = [...before, ...page.items];
  });
}

/** Reads for each live survey whether they would be asked it now. */
export function loadAsking(): Promise<void> {
  const mine = id;
  return asking.load(async (signal) => (await api.listContactSurveys(mine, signal)).items);
}

/** Opens a person's page. */
export async function loadPerson(next: string): Promise<void> {
  if (id !== next) {
    person.clear();
    timeline.clear();
    asking.clear();
    felt.value = [];
  }
  id = next;
  await Promise.all([person.load((signal) => api.getContact(next, signal)), loadAsking(), loadFelt()]);
}

/** Shows another part of the timeline. */
export function chooseTab(next: Tab): void {
  navigate(hrefWith({ tab: next === 'all' ? null : next }), { replace: true });
}

/** Saves changes to the person. Resolves to whether it was done. */
export function savePerson(changes: ContactEdit, faults: Faults): Promise<boolean> {
  return attempt(async () => {
    await api.editContact(id, changes);
    await loadPerson(id);
    say(t('person.saved'));
  }, faults);
}

/** Gives the person one identifier more. Resolves to whether it was done. */
export function addIdentifier(wanted: IdentifierNew, faults: Faults): Promise<boolean> {
  return attempt(async () => {
    await api.addIdentifier(id, wanted);
    await Promise.all([loadPerson(id), loadTimeline()]);
    say(t('identifier.added'));
  }, faults);
}

/** Takes an identifier away from the person. Resolves to whether it was done. */
export function removeIdentifier(wanted: IdentifierNew): Promise<boolean> {
  return attempt(async () => {
    await api.removeIdentifier(id, wanted);
    await Promise.all([loadPerson(id), loadTimeline()]);
    say(t('identifier.removed'));
  });
}

/** Reads which answers taking an identifier away would untie. */
export function loadResting(wanted: IdentifierNew): Promise<void> {
  restingAnswers.clear();
  return restingAnswers.load((signal) => api.listResting(id, wanted, signal));
}

/** Lets this person's new answers appear; returns how to stop. */
export function followPerson(): () => void {
  return onLive(({ response }) => {
    if (response.contact?.id === id) void Promise.all([loadPerson(id), loadTimeline()]);
  });
}
