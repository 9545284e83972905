import type { SurveyProblem } from '../../../contract/surveyDraft.ts';
import { editIn, type Section } from '../../models/survey-editor.ts';
import { placeHref } from '../../models/survey-place.ts';

const SECTION_OF: Record<SurveyProblem['code'], Section> = {
  unreachable: 'logic',
  loop: 'logic',
  'unknown-target': 'logic',
  'unknown-condition': 'logic',
  'missing-text': 'questions',
  'missing-translation': 'languages',
  'missing-options': 'questions',
  'duplicate-id': 'questions',
  'bad-limits': 'questions',
  'bad-url-pattern': 'when',
  'bad-selector': 'when',
  'bad-schedule': 'when',
  'attribute-not-shown': 'logic',
  'unknown-pipe': 'questions',
  'unknown-touchpoint': 'questions',
  'unknown-segment': 'who',
  'no-score': 'questions',
  'no-live-site': 'publish',
  'low-contrast': 'look',
};

/** Where a problem can be mended. */
export function problemHref({ code, question }: SurveyProblem): string {
  return code === 'no-live-site' ? '/sites' : placeHref(SECTION_OF[code], question ?? null);
}

/** Goes on in the language it is about. */
export function followProblem({ code, locale }: SurveyProblem): void {
  if (locale !== undefined && code !== 'missing-translation') editIn(locale);
}
