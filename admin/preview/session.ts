import type { SurveyTexts } from '../../contract/rules.ts';
import { createStore } from '../../widget/loader/store.ts';
import type { Session } from '../../widget/session.ts';

export const SURVEY = 'preview';

/** Blocked storage, as the element knows it from strict browsers: what is kept, is kept in memory. */
function nowhere(): Storage {
  throw new DOMException('A preview keeps nothing.', 'SecurityError');
}

const store = createStore('', nowhere);
const drafts = createStore('', nowhere);

let texts: SurveyTexts | undefined;

/** Gives the element the texts it asks for next. */
export function lend(next: SurveyTexts): void {
  texts = next;
}

/** Forgets what was answered. */
export function forget(): void {
  for (const one of [store, drafts]) for (const key of one.keys()) one.remove(key);
}

/** What the loader lends the element on a page; here nothing leaves the document, and every answer is taken. */
export const session: Session = {
  // A period, or an answer that was broken off would not be gone on with.
  rules: { site: SURVEY, surveys: [{ id: SURVEY, version: 1, locales: ['en'], period: 30 }] },
  store,
  drafts,
  isTest: false,
  contact: {},
  texts: () => (texts ? Promise.resolve(texts) : Promise.reject(new Error('nothing to show yet'))),
  visitor: () => 'preview',
  keepVisitor() {},
  identity: () => Promise.resolve(undefined),
  freshToken: () => Promise.resolve(undefined),
  post(_, body) {
    const { id, revision } = body as { id?: string; revision?: number };
    return Promise.resolve({ status: 200, retryAfter: null, text: JSON.stringify({ id, revision }) });
  },
};
