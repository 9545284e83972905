import type { Actor } from '../../auditTrail.ts';
import type { WorkspaceState } from '../../state.ts';
import { done, noSuchSurvey, refuse, type SurveyOutcome } from './surveyOutcome.ts';

/** Deletes a survey that was never published; answers to a published one may come for as long as there are any. */
export function deleteSurvey(state: WorkspaceState, input: { id: string; actor: Actor; now: number }): SurveyOutcome {
  const { id, actor, now } = input;
  const survey = state.surveys.byId(id);
  if (!survey) return noSuchSurvey();
  if (survey.version > 0) return refuse(409, 'published', 'This survey was published: archive it instead.');
  state.surveys.remove(survey);
  state.audit.record({
    at: now,
    actor,
    verb: 'survey.deleted',
    subject: `survey:${id}`,
    payload: { name: survey.name },
  });
  return done(survey);
}
