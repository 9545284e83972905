import { NAME_MAX } from '../../../../contract/limits.ts';
import type { SurveyDefinition } from '../../../../contract/survey.ts';
import type { Actor } from '../../auditTrail.ts';
import type { WorkspaceState } from '../../state.ts';
import { surveyId } from './surveyId.ts';
import { done, noSuchSurvey, refuse, type SurveyOutcome } from './surveyOutcome.ts';

/** Makes a survey that is a draft as yet. Its languages are the workspace's where its texts have them. */
export function createSurvey(
  state: WorkspaceState,
  input: {
    id?: string | undefined;
    name: string;
    /** What to begin with; an empty question without. */
    definition?: SurveyDefinition;
    actor: Actor;
    now: number;
  },
): SurveyOutcome {
  const { name, actor, now } = input;
  if (input.id !== undefined && state.surveys.byId(input.id)) {
    return refuse(409, 'id-taken', 'There is a survey with this id already.');
  }
  const id = input.id ?? surveyId(name, (candidate) => state.surveys.byId(candidate) !== undefined);
  const definition = { ...begun(state, input.definition), name };
  state.surveys.create(id, { definition, base: 0, updatedAt: now, by: actor });
  state.audit.record({ at: now, actor, verb: 'survey.created', subject: `survey:${id}`, payload: { name } });
  return done(state.surveys.byId(id));
}

/** A new draft of what another survey says, draft or published, under a name of its own. */
export function duplicateSurvey(
  state: WorkspaceState,
  input: { id: string; actor: Actor; now: number },
): SurveyOutcome {
  const source = state.surveys.byId(input.id);
  if (!source) return noSuchSurvey();
  const { number, id, status, version, publishedAt, edited, ...published } = source;
  const definition = state.surveys.draft(source)?.definition ?? published;
  const names = new Set(state.surveys.list().map((survey) => survey.name));
  const plain = definition.name.replace(/ \(\d+\)$/, '').slice(0, NAME_MAX - 10);
  let name = '';
  for (let copy = 2; name === '' || names.has(name); copy++) name = `${plain} (${copy})`;
  const made = surveyId(`${id.replace(/-\d+$/, '')}-2`, (candidate) => state.surveys.byId(candidate) !== undefined);
  state.surveys.create(made, {
    definition: { ...definition, name },
    base: 0,
    updatedAt: input.now,
    by: input.actor,
  });
  state.audit.record({
    at: input.now,
    actor: input.actor,
    verb: 'survey.created',
    subject: `survey:${made}`,
    payload: { name, from: id },
  });
  return done(state.surveys.byId(made));
}

function begun(state: WorkspaceState, definition: SurveyDefinition | undefined): SurveyDefinition {
  const { languages } = state.settings.read();
  if (!definition) {
    return {
      name: '',
      touchpoint: null,
      questions: [{ id: 'rating', type: 'csat', text: {}, required: true }],
      triggers: {},
      period: 30,
      locales: languages,
    };
  }
  const spoken = languages.filter((language) => definition.locales.includes(language));
  const touchpoint = definition.touchpoint !== null && state.journey.byId(definition.touchpoint);
  return {
    ...definition,
    touchpoint: touchpoint ? touchpoint.id : null,
    locales: spoken.length > 0 ? spoken : definition.locales,
  };
}
