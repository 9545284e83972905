import { signal } from '@preact/signals';
import type {
  FeedbackBody,
  FeedbackChoice,
  FeedbackImport,
  FeedbackPlan,
  FeedbackQuestion,
} from '../../contract/feedback.ts';
import * as api from '../api.ts';
import { t } from '../messages/translate.ts';
import { attempt } from './attempt.ts';
import { createResource } from './resource.ts';
import { say } from './toast.ts';

const FILE_MAX = 12_000_000;

/** Files of past feedback that were brought in. */
export const feedbackList = createResource<FeedbackImport[]>();

/** The file that is looked at, and what it would become. */
export const feedbackPlan = signal<{ name: string; file: string; plan: FeedbackPlan } | null>(null);
/** The name of the file that is being read, or of what is being done. */
export const feedbackBusy = signal<string | null>(null);
export const feedbackFault = signal<string | null>(null);

let choices: FeedbackChoice[] = [];

export function loadFeedback(): Promise<void> {
  return feedbackList.load(async (abort) => (await api.listFeedback(abort)).items);
}

/** Looks at a file without changing anything. */
export async function planFeedback(file: File): Promise<void> {
  feedbackFault.value = null;
  if (file.size > FILE_MAX) {
    feedbackFault.value = t('feedback.too-large');
    return;
  }
  choices = [];
  await look(file.name.slice(0, 200), await base64Of(file));
}

/** Has a question become something else, or be read on another scale. */
export async function chooseKind(
  question: FeedbackQuestion,
  kind: FeedbackChoice['kind'],
  low?: number,
  high?: number,
): Promise<void> {
  const shown = feedbackPlan.value;
  if (!shown) return;
  const { part, key } = question;
  const others = choices.filter((one) => one.part !== part || one.key !== key);
  choices = [
    ...others,
    { part, key, kind, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) },
  ];
  await look(shown.name, shown.file);
}

export function discardFeedback(): void {
  feedbackPlan.value = null;
  feedbackFault.value = null;
}

/** Brings in what was looked at. */
export function runFeedback(): Promise<boolean> {
  const shown = feedbackPlan.value;
  if (!shown) return Promise.resolve(false);
  return busy(shown.name, async () => {
    const done = await api.importFeedback(bodyOf(shown.name, shown.file));
    feedbackPlan.value = null;
    say(t('feedback.done', { n: done.counts.create }));
    await loadFeedback();
  });
}

/** Takes an import back. */
export function undoFeedback({ id, file }: FeedbackImport): Promise<boolean> {
  return busy(file, async () => {
    await api.undoFeedback(id);
    say(t('feedback.undone'));
    await loadFeedback();
  });
}

async function look(name: string, file: string): Promise<void> {
  feedbackBusy.value = name;
  try {
    feedbackPlan.value = { name, file, plan: await api.planFeedback(bodyOf(name, file)) };
  } catch (error) {
    if (!(error instanceof api.ApiError)) throw error;
    feedbackFault.value = error.message;
  } finally {
    feedbackBusy.value = null;
  }
}

async function busy(name: string, work: () => Promise<void>): Promise<boolean> {
  feedbackBusy.value = name;
  try {
    return await attempt(work);
  } finally {
    feedbackBusy.value = null;
  }
}

function bodyOf(name: string, file: string): FeedbackBody {
  return { name, file, touchpoint: null, choices };
}

function base64Of(file: File): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
}
