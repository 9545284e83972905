import type { SurveyDefinition } from '../../contract/survey.ts';

/** What the builder tells the preview: show this, like this. */
export interface PreviewMessage {
  kind: 'show';
  definition: SurveyDefinition;
  locale: string;
  scheme: 'light' | 'dark';
  /** Another number begins from the first question. */
  run: number;
}

/** What the preview tells the builder. */
export interface PreviewReply {
  kind: 'ready' | 'closed';
}
