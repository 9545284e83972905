import type { SurveyDefinition } from '../../contract/survey.ts';
import type { SurveyProblem } from '../../contract/surveyDraft.ts';

const TEXTS = ['hint', 'low', 'high', 'consent'];
const ELSEWHERE: Partial<Record<SurveyProblem['code'], string>> = {
  'bad-url-pattern': '/triggers/url',
  'bad-selector': '/triggers',
  'bad-schedule': '/schedule',
  'unknown-touchpoint': '/touchpoint',
  'unknown-segment': '/audience/segments',
  'low-contrast': '/look',
};

/** Where in a definition a problem lies, as an RFC 6901 pointer. */
export function pointerOf({ questions }: SurveyDefinition, problem: SurveyProblem): string {
  const { code, question, locale, value } = problem;
  const tongue = locale === undefined ? '' : `/${locale}`;
  if (question === undefined) {
    if (value === 'tab') return `/triggers/tab${tongue}`;
    if (code === 'missing-translation') return `/thanks/${value ?? ''}${tongue}`;
    return ELSEWHERE[code] ?? '';
  }
  const place = questions.findIndex(({ id }) => id === question);
  const at = `/questions/${place}`;
  if (code === 'missing-text' || code === 'missing-translation') {
    if (value === undefined) return `${at}/text${tongue}`;
    if (TEXTS.includes(value)) return `${at}/${value}${tongue}`;
    const option = questions[place]?.options?.findIndex(({ id }) => id === value) ?? -1;
    return option < 0 ? at : `${at}/options/${option}/text${tongue}`;
  }
  return code === 'unknown-target' || code === 'unknown-condition' || code === 'loop' ? `${at}/next` : at;
}
