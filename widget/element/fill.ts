import { pipe } from '../../contract/pipe.ts';
import { otherWords } from '../../contract/questionType.ts';
import type { QuestionText, SurveyTexts } from '../../contract/rules.ts';
import type { Answering } from './answering.ts';
import { given } from './given.ts';
import { typeOf } from './questions/registry.ts';

/** An answer as a text may speak of it. */
function wordsOf(question: QuestionText | undefined, { stored, texts: { frame, locale } }: Answering) {
  const value = question && given(stored[question.id]);
  if (value === undefined) return undefined;
  const word = (one: unknown) =>
    otherWords(String(one)) ?? question?.options?.find(({ id }) => id === one)?.text ?? String(one);
  const meaning = question && typeOf(question)?.meaning?.(value, { question, frame, locale });
  return meaning || (Array.isArray(value) ? value.map(word).join(', ') : word(value));
}

/** A survey's texts with what they ask for put in, as text. */
export function fill(answering: Answering): SurveyTexts {
  const { texts, context, contact } = answering;
  const { questions, thanks } = texts;
  const put = <Text extends string | undefined>(text: Text) =>
    text &&
    pipe(text, (source, name) =>
      source === 'answer'
        ? wordsOf(
            questions.find(({ id }) => id === name),
            answering,
          )
        : String((source === 'page' ? context : contact)?.[name] ?? ''),
    );
  const putAll = <Part extends object>(part: Part): Part =>
    Object.fromEntries(
      Object.entries(part).map(([name, value]) => [
        name,
        name !== 'id' && typeof value === 'string' ? put(value) : value,
      ]),
    ) as Part;
  return {
    ...texts,
    questions: questions.map((question) => {
      const filled = putAll(question);
      return question.options ? { ...filled, options: question.options.map(putAll) } : filled;
    }),
    ...(thanks && { thanks: putAll(thanks) }),
  };
}
