import type { LocalizedText } from '../../contract/locale.ts';
import type { SurveyDefinition } from '../../contract/survey.ts';
import type { SurveyProblem } from '../../contract/surveyDraft.ts';
import { error } from './problem.ts';
import { textsOf } from './textsOf.ts';

/** Texts that are missing altogether or in one of the survey's languages, and choices without anything to choose. */
export function textProblems(definition: SurveyDefinition): SurveyProblem[] {
  const problems: SurveyProblem[] = [];
  for (const { text, needed, ...where } of textsOf(definition)) {
    const missing = definition.locales.filter((locale) => !said(text, locale));
    if (missing.length === 0) continue;
    const nowhere = missing.length === definition.locales.length;
    if (nowhere && needed) problems.push(error('missing-text', where));
    // A text nobody began to write is one the author does without.
    const begun = Object.values(text).some((words) => words?.trim());
    if (nowhere ? !needed && begun : true) {
      for (const locale of missing) problems.push(error('missing-translation', { ...where, locale }));
    }
  }
  for (const { id, type, options, other } of definition.questions) {
    const choices = (options?.length ?? 0) + (other ? 1 : 0);
    if ((type === 'single' && choices < 2) || (type === 'multiple' && choices < 1)) {
      problems.push(error('missing-options', { question: id }));
    }
  }
  return problems;
}

/** Whether there are words for a language: its own, or those of the language it is a variety of. */
function said(text: LocalizedText, locale: string): boolean {
  return Boolean(text[locale]?.trim() || text[locale.split('-', 1)[0] ?? '']?.trim());
}
