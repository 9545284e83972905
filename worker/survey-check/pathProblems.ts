import { type Condition, END } from '../../contract/path.ts';
import { isScored, OTHER } from '../../contract/questionType.ts';
import type { Question } from '../../contract/survey.ts';
import type { SurveyProblem } from '../../contract/surveyDraft.ts';
import { error } from './problem.ts';
import { reachedFrom, ways } from './ways.ts';

/** What is wrong with the ways from question to question, and with what they depend on. */
export function pathProblems(questions: readonly Question[], shownAttributes: readonly string[]): SurveyProblem[] {
  const graph = ways(questions);
  const reached = reachedFrom(graph, 0).add(0);
  return [
    ...sharedIds(questions),
    ...questions.flatMap((question, place) => [
      ...(reached.has(place) ? [] : [error('unreachable', { question: question.id })]),
      ...targetProblems(questions, question),
      ...(question.next ?? []).flatMap(({ when }) =>
        when ? conditionProblems(questions, graph, place, when, shownAttributes) : [],
      ),
    ]),
    ...loops(questions, graph, reached),
  ];
}

function sharedIds(questions: readonly Question[]): SurveyProblem[] {
  const problems: SurveyProblem[] = [];
  for (const [place, { id, options }] of questions.entries()) {
    const earlier = questions.slice(0, place).some((question) => question.id === id);
    if (earlier || id === END) problems.push(error('duplicate-id', { question: id }));
    for (const [at, option] of (options ?? []).entries()) {
      const taken = options?.slice(0, at).some((before) => before.id === option.id);
      // The visitor's own words go by this name.
      if (taken || option.id === OTHER) problems.push(error('duplicate-id', { question: id, value: option.id }));
    }
  }
  return problems;
}

function targetProblems(questions: readonly Question[], { id, next }: Question): SurveyProblem[] {
  return (next ?? [])
    .filter(({ go }) => go !== END && !questions.some((question) => question.id === go))
    .map(({ go }) => error('unknown-target', { question: id, value: go }));
}

function conditionProblems(
  questions: readonly Question[],
  graph: readonly number[][],
  place: number,
  when: Condition,
  shownAttributes: readonly string[],
): SurveyProblem[] {
  const at = questions[place];
  if (!at || when.by === 'page') return [];
  if (when.by === 'contact') {
    return shownAttributes.includes(when.name)
      ? []
      : [error('attribute-not-shown', { question: at.id, value: when.name })];
  }
  const name = when.question ?? at.id;
  const from = questions.findIndex(({ id }) => id === name);
  const asked = questions[from];
  const unknown = [error('unknown-condition', { question: at.id, value: name })];
  if (!asked || (from !== place && !reachedFrom(graph, from).has(place))) return unknown;
  if (when.by === 'score') {
    if (!isScored(asked.type)) return unknown;
    return when.from > when.to ? [error('bad-limits', { question: at.id, value: `${when.from}–${when.to}` })] : [];
  }
  if (asked.type === 'message') return unknown;
  if (asked.type !== 'single' && asked.type !== 'multiple') return [];
  const offered = new Set([...(asked.options ?? []).map(({ id }) => id), ...(asked.other ? [OTHER] : [])]);
  return when.is
    .filter((value) => !offered.has(value))
    .map((value) => error('unknown-condition', { question: at.id, value }));
}

/** One problem for each way that leads back to where one has been. */
function loops(
  questions: readonly Question[],
  graph: readonly number[][],
  reached: ReadonlySet<number>,
): SurveyProblem[] {
  return questions.flatMap(({ id }, place) => {
    if (!reached.has(place)) return [];
    return [...new Set(graph[place])]
      .filter((to) => to <= place && (to === place || reachedFrom(graph, to).has(place)))
      .map((to) => error('loop', { question: id, value: questions[to]?.id ?? '' }));
  });
}
