import type { SurveyDefinition } from '../../../../contract/survey.ts';
import type { SurveyDraft } from '../../../../contract/surveyDraft.ts';
import { changesBetween } from '../../../survey-check/changesBetween.ts';
import type { Actor } from '../../auditTrail.ts';
import type { WorkspaceState } from '../../state.ts';
import type { DraftRecord, NumberedSurvey } from '../../tables/surveys.ts';
import { done, noSuchSurvey, refuse, type SurveyOutcome, type SurveyRefusal } from './surveyOutcome.ts';

export type DraftOutcome = { ok: true; draft: SurveyDraft } | SurveyRefusal;

/** Saving goes on all the time while somebody writes: the trail notes each author's sitting, not each word. */
const SITTING = 10 * 60_000;

/** A survey's draft; what is published while there is none. */
export function readDraft(state: WorkspaceState, id: string): SurveyDraft | null {
  const survey = state.surveys.byId(id);
  return survey ? present(draftOf(state, survey)) : null;
}

/**
 * Saves what an author wrote over what they read. Somebody else having saved meanwhile is a conflict, so that nothing is
 * lost. A draft that says what is published is none.
 */
export function saveDraft(
  state: WorkspaceState,
  input: { id: string; draft: SurveyDraft; actor: Actor; now: number },
): DraftOutcome {
  const { id, draft, actor, now } = input;
  const survey = state.surveys.byId(id);
  if (!survey) return noSuchSurvey();
  const known = draftOf(state, survey);
  if (draft.base !== known.base || Date.parse(draft.updatedAt) !== known.updatedAt) {
    return refuse(409, 'saved-meanwhile', `${known.by.name || 'Somebody'} has saved this survey meanwhile.`);
  }
  const saved: DraftRecord = {
    definition: draft.definition,
    base: survey.version,
    // Later than what it replaces, or the next save could not tell the two apart.
    updatedAt: Math.max(now, known.updatedAt + 1),
    by: actor,
  };
  const stored = state.surveys.draft(survey);
  if (!stored || stored.by.id !== actor.id || now - stored.updatedAt > SITTING) {
    const payload = { changes: changesBetween(known.definition, draft.definition) };
    state.audit.record({ at: now, actor, verb: 'survey.edited', subject: `survey:${id}`, payload });
  }
  const published = state.surveys.version(survey, survey.version);
  if (published && changesBetween(published, draft.definition).length === 0) state.surveys.dropDraft(survey);
  else state.surveys.writeDraft(survey, saved);
  return { ok: true, draft: present(draftOf(state, survey)) };
}

/** Throws a draft away and goes back to what is published. */
export function discardDraft(state: WorkspaceState, input: { id: string; actor: Actor; now: number }): SurveyOutcome {
  const { id, actor, now } = input;
  const survey = state.surveys.byId(id);
  if (!survey) return noSuchSurvey();
  if (survey.version === 0) return refuse(409, 'only-draft', 'There is nothing published to go back to.');
  if (survey.edited) {
    state.surveys.dropDraft(survey);
    state.audit.record({ at: now, actor, verb: 'survey.draft-discarded', subject: `survey:${id}` });
  }
  return done(state.surveys.byId(id));
}

/** What an author would go on writing on. */
export function draftOf(state: WorkspaceState, survey: NumberedSurvey): DraftRecord {
  const stored = state.surveys.draft(survey);
  if (stored) return stored;
  const definition: SurveyDefinition | null = state.surveys.version(survey, survey.version);
  if (!definition) throw new Error('a survey has neither a draft nor a version');
  return {
    definition,
    base: survey.version,
    updatedAt: Date.parse(survey.publishedAt ?? ''),
    by: { id: 'system', name: '' },
  };
}

function present({ definition, base, updatedAt }: DraftRecord): SurveyDraft {
  return { definition, base, updatedAt: new Date(updatedAt).toISOString() };
}
