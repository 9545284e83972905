import { endOfAsking } from '../../contract/consented.ts';
import type { Past } from '../fatigue/restOf.ts';
import type { WorkspaceState } from './state.ts';

/** What a person's rest from surveys depends on, as far back as `since`. */
export function pastOf(state: WorkspaceState, leaves: readonly number[], since: number): Past {
  const askings = state.askings.of(leaves, since).map((asking) => ({
    ...asking,
    unbidden: isUnbidden(state, asking.survey),
  }));
  const withdrawn = endOfAsking(state.consents.ofContacts(leaves))?.at ?? null;
  return { askings, withdrawn, never: state.unasked.ofContacts(leaves) ?? null };
}

/** Whether a survey waits in the page to be opened, instead of coming up by itself. */
function isUnbidden(state: WorkspaceState, survey: number): boolean {
  const triggers = state.surveys.byNumber(survey)?.triggers;
  return !!triggers?.placed || !!triggers?.tab;
}
