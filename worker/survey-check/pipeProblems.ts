import { pipe, pipesIn } from '../../contract/pipe.ts';
import type { SurveyDefinition } from '../../contract/survey.ts';
import type { SurveyProblem } from '../../contract/surveyDraft.ts';
import { error } from './problem.ts';
import { sameValue } from './sameValue.ts';
import { textsOf } from './textsOf.ts';
import { reachedFrom, ways } from './ways.ts';

/** Texts that speak of what is not known by then, or must not be shown. */
export function pipeProblems(
  { questions, ...definition }: SurveyDefinition,
  shownAttributes: readonly string[],
): SurveyProblem[] {
  const graph = ways(questions);
  const problems: SurveyProblem[] = [];
  const add = (problem: SurveyProblem) => {
    if (!problems.some((known) => sameValue(known, problem))) problems.push(problem);
  };
  for (const { question, text } of textsOf({ ...definition, questions })) {
    const place = questions.findIndex(({ id }) => id === question);
    const where = question === undefined ? {} : { question };
    for (const [locale, words = ''] of Object.entries(text)) {
      for (const { source, name } of pipesIn(words)) {
        if (source === 'page') continue;
        if (source === 'contact') {
          if (!shownAttributes.includes(name)) add(error('attribute-not-shown', { ...where, value: name }));
          continue;
        }
        const from = questions.findIndex(({ id }) => id === name);
        const given = from >= 0 && questions[from]?.type !== 'message';
        // Thanks and the like are said once everything is answered.
        const before = question === undefined || reachedFrom(graph, from).has(place);
        if (!given || !before) add(error('unknown-pipe', { ...where, locale, value: name }));
      }
      // What is not understood would be shown as it stands.
      for (const [braces] of pipe(words, () => ' ').matchAll(/\{\{[^{}]*\}\}/g)) {
        add(error('unknown-pipe', { ...where, locale, value: braces }));
      }
    }
  }
  return problems;
}
