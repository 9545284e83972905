import type { Stage, SurveyDefinition, Touchpoint } from '../../../contract/survey.ts';
import type { SurveyDraft, SurveyDraftChecked } from '../../../contract/surveyDraft.ts';
import type { Settings } from '../../../contract/workspace.ts';
import type { SiteActivity } from '../../survey-check/context.ts';
import type { Actor } from '../auditTrail.ts';
import { record } from '../record.ts';
import { changeSurveyStatus } from '../verbs/surveys/changeSurveyStatus.ts';
import { checkSurvey, draftProblems } from '../verbs/surveys/checkSurvey.ts';
import { createSurvey, duplicateSurvey } from '../verbs/surveys/createSurvey.ts';
import { deleteSurvey } from '../verbs/surveys/deleteSurvey.ts';
import { createInvitation, listInvitations, revokeInvitation } from '../verbs/surveys/invitations.ts';
import { publishDefinition, publishSurvey } from '../verbs/surveys/publishSurvey.ts';
import { discardDraft, readDraft, saveDraft } from '../verbs/surveys/surveyDraft.ts';
import { presentSurvey, type SurveyRefusal } from '../verbs/surveys/surveyOutcome.ts';
import { listVersions, readVersion } from '../verbs/surveys/surveyVersions.ts';
import { writeSettings } from '../verbs/workspace/writeSettings.ts';
import { IntakeArea } from './intake.ts';

/** Surveys and their links, the journey they belong to, and the settings of all. */
export class SurveyArea extends IntakeArea {
  surveys() {
    return this.runtime.state.surveys.list().map(presentSurvey);
  }

  survey(id: string) {
    const survey = this.runtime.state.surveys.byId(id);
    return survey ? presentSurvey(survey) : null;
  }

  readSurveyDraft(input: { id: string; sites: SiteActivity; now: number }): SurveyDraftChecked | null {
    const draft = readDraft(this.runtime.state, input.id);
    return draft && { ...draft, problems: draftProblems(this.runtime.state, input) };
  }

  checkSurvey(input: Parameters<typeof checkSurvey>[1]) {
    return checkSurvey(this.runtime.state, input);
  }

  surveyVersions(id: string) {
    return listVersions(this.runtime.state, id);
  }

  surveyVersion(input: { id: string; version: number }) {
    return readVersion(this.runtime.state, input);
  }

  createSurvey(input: Parameters<typeof createSurvey>[1]) {
    return this.runtime.write(() => createSurvey(this.runtime.state, input));
  }

  duplicateSurvey(input: Parameters<typeof duplicateSurvey>[1]) {
    return this.runtime.write(() => duplicateSurvey(this.runtime.state, input));
  }

  saveSurveyDraft(input: {
    id: string;
    draft: SurveyDraft;
    sites: SiteActivity;
    actor: Actor;
    now: number;
  }): { ok: true; draft: SurveyDraftChecked } | SurveyRefusal {
    return this.runtime.write(() => {
      const outcome = saveDraft(this.runtime.state, input);
      if (!outcome.ok) return outcome;
      return { ok: true, draft: { ...outcome.draft, problems: draftProblems(this.runtime.state, input) } };
    });
  }

  discardSurveyDraft(input: Parameters<typeof discardDraft>[1]) {
    return this.runtime.write(() => discardDraft(this.runtime.state, input));
  }

  publishSurvey(input: Parameters<typeof publishSurvey>[1]) {
    return this.runtime.write(() => publishSurvey(this.runtime.state, input));
  }

  /** Publishes a definition unchecked and answers all live ones, for the sites' compiled rules. */
  publishDefinition(input: { id: string; definition: SurveyDefinition; actor: Actor; now: number }) {
    this.runtime.write(() => publishDefinition(this.runtime.state, input));
    return this.surveys().filter(({ status }) => status === 'live');
  }

  changeSurveyStatus(input: Parameters<typeof changeSurveyStatus>[1]) {
    return this.runtime.write(() => changeSurveyStatus(this.runtime.state, input));
  }

  deleteSurvey(input: Parameters<typeof deleteSurvey>[1]) {
    return this.runtime.write(() => deleteSurvey(this.runtime.state, input));
  }

  listInvitations(input: Parameters<typeof listInvitations>[1]) {
    return listInvitations(this.runtime.state, input);
  }

  createInvitation(input: Parameters<typeof createInvitation>[1]) {
    return this.runtime.write(() => createInvitation(this.runtime.state, input));
  }

  revokeInvitation(input: Parameters<typeof revokeInvitation>[1]) {
    return this.runtime.write(() => revokeInvitation(this.runtime.state, input));
  }

  stages() {
    return this.runtime.state.journey.stages();
  }

  touchpoints() {
    return this.runtime.state.journey.touchpoints().map(({ number, ...touchpoint }) => touchpoint);
  }

  writeJourney(input: { stages: Stage[]; touchpoints: Touchpoint[]; actor: Actor; now: number }): void {
    this.runtime.write(() => {
      this.runtime.state.journey.write(input.stages, input.touchpoints);
      record(this.runtime.state, { ...input, verb: 'journey.changed', subject: 'workspace' });
    });
  }

  settings(): Settings {
    return this.runtime.state.settings.read();
  }

  writeSettings(input: Parameters<typeof writeSettings>[1]): Settings {
    return this.runtime.write(() => writeSettings(this.runtime.state, input));
  }
}
