import type { HistoryContact, HistoryDisplay, HistoryResponse } from '../contract/history.ts';
import type { Stage, SurveyDefinition, Touchpoint } from '../contract/survey.ts';
import type { Settings } from '../contract/workspace.ts';

/** A whole workspace with its past. Responses and displays ascend by time. */
export interface DemoData {
  settings: Settings;
  stages: Stage[];
  touchpoints: Touchpoint[];
  surveys: ({ id: string } & SurveyDefinition)[];
  contacts: HistoryContact[];
  responses: HistoryResponse[];
  displays: HistoryDisplay[];
}
