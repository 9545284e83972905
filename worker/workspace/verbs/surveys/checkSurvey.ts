import type { SurveyCheck, SurveyProblem } from '../../../../contract/surveyDraft.ts';
import { changesBetween } from '../../../survey-check/changesBetween.ts';
import type { CheckContext, SiteActivity } from '../../../survey-check/context.ts';
import { findProblems } from '../../../survey-check/findProblems.ts';
import type { WorkspaceState } from '../../state.ts';
import { estimateSurvey } from './estimateSurvey.ts';
import { draftOf } from './surveyDraft.ts';

/** What an author should know before publishing a survey's draft. */
export function checkSurvey(
  state: WorkspaceState,
  input: { id: string; sites: SiteActivity; now: number },
): SurveyCheck | null {
  const survey = state.surveys.byId(input.id);
  if (!survey) return null;
  const { definition } = draftOf(state, survey);
  const published = state.surveys.version(survey, survey.version);
  return {
    problems: findProblems(definition, checkContext(state, input.sites, input.now)),
    changes: published ? changesBetween(published, definition) : [],
    estimate: estimateSurvey(state, survey, definition, input.now),
  };
}

/** The problems alone, which a draft carries along while it is written. */
export function draftProblems(
  state: WorkspaceState,
  input: { id: string; sites: SiteActivity; now: number },
): SurveyProblem[] {
  const survey = state.surveys.byId(input.id);
  return survey ? findProblems(draftOf(state, survey).definition, checkContext(state, input.sites, input.now)) : [];
}

export function checkContext(state: WorkspaceState, sites: SiteActivity, now: number): CheckContext {
  return {
    touchpoints: state.journey.touchpoints().map(({ id }) => id),
    segments: state.segments.all().map(({ id }) => id),
    shownAttributes: state.settings.read().shownAttributes,
    sites,
    now,
  };
}
