import type { SurveyDefinition } from '../../../../contract/survey.ts';
import { changesBetween } from '../../../survey-check/changesBetween.ts';
import type { SiteActivity } from '../../../survey-check/context.ts';
import { findProblems } from '../../../survey-check/findProblems.ts';
import { pointerOf } from '../../../survey-check/pointerOf.ts';
import type { Actor } from '../../auditTrail.ts';
import type { WorkspaceState } from '../../state.ts';
import { checkContext } from './checkSurvey.ts';
import { draftOf } from './surveyDraft.ts';
import { done, noSuchSurvey, refuse, type SurveyOutcome } from './surveyOutcome.ts';

/** Publishes a definition as it is, as whoever sets a workspace up does. */
export function publishDefinition(
  state: WorkspaceState,
  input: { id: string; definition: SurveyDefinition; actor: Actor; now: number },
): void {
  const { id, definition, actor, now } = input;
  const version = state.surveys.publish(id, definition, now);
  state.audit.record({ at: now, actor, verb: 'survey.published', subject: `survey:${id}`, payload: { version } });
}

/**
 * Publishes a survey's draft as its next version, which never changes after. A draft with errors is refused; what says
 * nothing new makes no new version.
 */
export function publishSurvey(
  state: WorkspaceState,
  input: { id: string; sites: SiteActivity; actor: Actor; now: number },
): SurveyOutcome {
  const { id, sites, actor, now } = input;
  const survey = state.surveys.byId(id);
  if (!survey) return noSuchSurvey();
  if (survey.status === 'archived') return refuse(409, 'archived', 'Restore this survey before publishing it.');
  const { definition } = draftOf(state, survey);
  const published = state.surveys.version(survey, survey.version);
  const changes = published ? changesBetween(published, definition) : null;
  const unchanged = changes?.length === 0;
  if (unchanged && survey.status === 'live') return done(survey);
  const errors = findProblems(definition, checkContext(state, sites, now)).filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length > 0) {
    return {
      ...refuse(422, 'survey-problems', 'This survey cannot be published as it is.'),
      errors: errors.map((problem) => ({ pointer: pointerOf(definition, problem), message: problem.code })),
    };
  }
  if (unchanged) {
    state.surveys.setStatus(survey, 'live');
    state.audit.record({ at: now, actor, verb: 'survey.resumed', subject: `survey:${id}` });
    return done(state.surveys.byId(id));
  }
  const version = state.surveys.publish(id, definition, now);
  state.surveys.dropDraft(survey);
  const payload = { version, changes: changes ?? [] };
  state.audit.record({ at: now, actor, verb: 'survey.published', subject: `survey:${id}`, payload });
  return done(state.surveys.byId(id));
}
