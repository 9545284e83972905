import { batch, computed, signal } from '@preact/signals';
import type { SurveyDefinition } from '../../contract/survey.ts';
import type { SurveyDraft, SurveyDraftChecked } from '../../contract/surveyDraft.ts';
import * as api from '../api.ts';
import { t } from '../messages/translate.ts';
import { explain } from './attempt.ts';
import { query } from './location.ts';
import { regional } from './regional.ts';
import { createResource } from './resource.ts';
import { isAdmin } from './session.ts';
import { beginHistory, type History, recordChange, redoChange, undoChange } from './survey-history.ts';
import { isNarrow } from './survey-narrow.ts';
import { say } from './toast.ts';

const SECTIONS = ['questions', 'logic', 'when', 'who', 'look', 'languages', 'preview', 'publish'] as const;
export type Section = (typeof SECTIONS)[number];

/** `waiting`: changed, and about to be saved. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

/** The draft as it was last read or saved. */
export const draft = createResource<SurveyDraftChecked>();
/** What was wrong with it then. */
export const problems = computed(() => draft.data.value?.problems ?? []);

const history = signal<History<SurveyDefinition> | null>(null);
const chosenLocale = signal<string | null>(null);

export const saveState = signal<SaveState>('saved');
/** Why it could not be saved. */
export const saveError = signal<string | null>(null);

/** The survey as it stands in the editor. */
export const definition = computed(() => history.value?.present ?? null);
export const canUndo = computed(() => (history.value?.past.length ?? 0) > 0);
export const canRedo = computed(() => (history.value?.future.length ?? 0) > 0);

/** Where the survey is tried out has a tab of its own on phones only; elsewhere it is always in sight. */
export const sections = computed(() => SECTIONS.filter((name) => name !== 'preview' || isNarrow.value));
/** The part of the editor the address names. */
export const section = computed<Section>(
  () => sections.value.find((known) => known === query.value.get('section')) ?? 'questions',
);
/** The question the address names, open in its section. */
export const openQuestion = computed(() => query.value.get('question'));

/** The language that is written in: the one chosen, else the screen's, else the survey's first. */
export const editedLocale = computed(() => {
  const locales = definition.value?.locales ?? [];
  return (
    [chosenLocale.value, regional.value.locale].find((locale) => locale !== null && locales.includes(locale)) ??
    locales[0] ??
    'en'
  );
});

export function editIn(locale: string): void {
  chosenLocale.value = locale;
}

const PAUSE = 700;
const RETRY = 5_000;

let id = '';
let timer = 0;
/** What is on the server, by identity: nothing needs saving while it is what is shown. */
let stored: SurveyDefinition | null = null;
let base: Pick<SurveyDraft, 'base' | 'updatedAt'> = { base: 0, updatedAt: '' };
let running: Promise<void> | null = null;

function keep(read: SurveyDraftChecked): void {
  draft.data.value = read;
  base = { base: read.base, updatedAt: read.updatedAt };
}

/** Opens a survey's draft. One that could not be saved when it was left is still here. */
export async function openSurvey(next: string): Promise<void> {
  if (id === next && hasUnsaved()) return;
  if (id !== next) {
    draft.clear();
    history.value = null;
  }
  id = next;
  await draft.load((signal) => api.getDraft(next, signal));
  const read = draft.data.value;
  if (id !== next || !read) return;
  batch(() => {
    keep(read);
    stored = read.definition;
    history.value = beginHistory(read.definition);
    saveState.value = 'saved';
  });
}

/** Whether something is shown that the server does not have. */
export function hasUnsaved(): boolean {
  return definition.value !== null && definition.value !== stored;
}

function schedule(pause: number): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => void saveNow(), pause);
}

function changed(): void {
  if (saveState.value === 'conflict') return;
  if (!hasUnsaved()) {
    if (!running) saveState.value = 'saved';
    return;
  }
  if (!running) saveState.value = 'waiting';
  schedule(PAUSE);
}

/**
 * Changes the survey. Quick changes with the same tag, such as typing into one field, are undone together. It is saved
 * when the hands rest.
 */
export function edit(change: (definition: SurveyDefinition) => SurveyDefinition, tag: string | null = null): void {
  const now = history.value;
  if (!now || !isAdmin.value) return;
  history.value = recordChange(now, change(now.present), tag, Date.now());
  changed();
}

export function undo(): void {
  if (!history.value || !canUndo.value) return;
  history.value = undoChange(history.value);
  changed();
}

export function redo(): void {
  if (!history.value || !canRedo.value) return;
  history.value = redoChange(history.value);
  changed();
}

async function put(): Promise<void> {
  const sent = definition.value;
  const mine = id;
  if (!sent || sent === stored) return;
  saveState.value = 'saving';
  try {
    const read = await api.saveDraft(mine, { definition: sent, ...base });
    if (mine !== id) return;
    keep(read);
    stored = sent;
    saveError.value = null;
    saveState.value = hasUnsaved() ? 'waiting' : 'saved';
  } catch (error) {
    if (!(error instanceof api.ApiError)) throw error;
    if (mine !== id) {
      say(`${sent.name}: ${t('error.save')}`, 'failed');
      return;
    }
    saveError.value = explain(error);
    saveState.value = error.status === 409 ? 'conflict' : 'failed';
    // The server may be back; what it refuses, it refuses again.
    if (error.status === 0 || error.status >= 500) schedule(RETRY);
  }
}

/** Saves what is not saved, and waits until it is or cannot be. */
export async function saveNow(): Promise<void> {
  clearTimeout(timer);
  while (running) await running;
  if (!hasUnsaved() || saveState.value === 'conflict') return;
  running = put();
  try {
    await running;
  } finally {
    running = null;
  }
  if (saveState.value === 'waiting') schedule(PAUSE);
}

/** Shows what is on the server now. What was here is one undo away. */
export async function readDraft(): Promise<void> {
  const now = history.value;
  await draft.load((signal) => api.getDraft(id, signal));
  const read = draft.data.value;
  if (!now || !read || draft.error.value) return;
  batch(() => {
    keep(read);
    // The same words in another object are no change.
    const isSame = JSON.stringify(read.definition) === JSON.stringify(now.present);
    stored = isSame ? now.present : read.definition;
    history.value = recordChange(now, stored, null, Date.now());
    saveState.value = 'saved';
  });
}

/** After somebody else has saved: saves what is here over it. */
export async function keepMine(): Promise<void> {
  try {
    keep(await api.getDraft(id));
    saveState.value = 'waiting';
    await saveNow();
  } catch (error) {
    if (!(error instanceof api.ApiError)) throw error;
    saveError.value = explain(error);
  }
}
