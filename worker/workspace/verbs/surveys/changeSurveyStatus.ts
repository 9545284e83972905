import type { Survey } from '../../../../contract/survey.ts';
import type { Actor } from '../../auditTrail.ts';
import type { WorkspaceState } from '../../state.ts';
import { done, noSuchSurvey, refuse, type SurveyOutcome } from './surveyOutcome.ts';

/** What may be done to a published survey, from where, and what it is then. */
const MOVES = {
  pause: { from: ['live'], to: 'paused', verb: 'survey.paused' },
  resume: { from: ['paused'], to: 'live', verb: 'survey.resumed' },
  archive: { from: ['live', 'paused'], to: 'archived', verb: 'survey.archived' },
  restore: { from: ['archived'], to: 'paused', verb: 'survey.restored' },
} as const satisfies Record<string, { from: Survey['status'][]; to: Survey['status']; verb: string }>;

export type SurveyMove = keyof typeof MOVES;

/** Pauses, resumes, archives or restores a survey. Moving it to where it is already changes nothing. */
export function changeSurveyStatus(
  state: WorkspaceState,
  input: { id: string; move: SurveyMove; actor: Actor; now: number },
): SurveyOutcome {
  const { id, move, actor, now } = input;
  const survey = state.surveys.byId(id);
  if (!survey) return noSuchSurvey();
  const { from, to, verb } = MOVES[move];
  if (survey.status === to) return done(survey);
  if (!from.some((status) => status === survey.status)) {
    return refuse(409, 'status', `A survey that is ${survey.status} cannot do this: ${move}.`);
  }
  state.surveys.setStatus(survey, to);
  state.audit.record({ at: now, actor, verb, subject: `survey:${id}` });
  return done(state.surveys.byId(id));
}
