import type { SurveyVersion, SurveyVersionRead } from '../../../../contract/surveyDraft.ts';
import { changesBetween } from '../../../survey-check/changesBetween.ts';
import type { WorkspaceState } from '../../state.ts';
import type { VersionRecord } from '../../tables/surveys.ts';

/** Every published version, newest first, each with what changed in it. */
export function listVersions(state: WorkspaceState, id: string): SurveyVersion[] | null {
  const survey = state.surveys.byId(id);
  return survey ? state.surveys.versions(survey).map(presentVersion) : null;
}

/** One published version with what it asks. */
export function readVersion(state: WorkspaceState, input: { id: string; version: number }): SurveyVersionRead | null {
  const survey = state.surveys.byId(input.id);
  const versions = survey ? state.surveys.versions(survey) : [];
  const at = versions.findIndex(({ version }) => version === input.version);
  const found = versions[at];
  return found ? { ...presentVersion(found, at, versions), definition: found.definition } : null;
}

function presentVersion(record: VersionRecord, at: number, versions: readonly VersionRecord[]): SurveyVersion {
  const before = versions[at + 1];
  return {
    version: record.version,
    publishedAt: new Date(record.publishedAt).toISOString(),
    changes: before ? changesBetween(before.definition, record.definition) : [],
  };
}
