import type { Emotion } from '../../contract/metric.ts';
import { pipe } from '../../contract/pipe.ts';
import { otherWords } from '../../contract/questionType.ts';
import type { QuestionText, SurveyTexts } from '../../contract/rules.ts';
import type { Frame } from '../../widget/frame/frame.ts';
import type { Values } from './surveyPages.ts';

/**
 * Texts with the answers put in that they speak of. Of the page and of the person nothing is known here: a link shows no
 * contact data, whoever holds it.
 */
export function fillPipes(texts: SurveyTexts, values: Values, frame: Frame): SurveyTexts {
  const put = (text: string) =>
    pipe(text, (source, name) => {
      const asked = source === 'answer' ? texts.questions.find(({ id }) => id === name) : undefined;
      return asked && wordsOf(asked, values[name], frame, texts.locale);
    });
  const putAll = <Part extends object>(part: Part): Part =>
    Object.fromEntries(
      Object.entries(part).map(([name, value]) => [
        name,
        name !== 'id' && typeof value === 'string' ? put(value) : value,
      ]),
    ) as Part;
  return {
    ...texts,
    questions: texts.questions.map((question) => ({
      ...putAll(question),
      ...(question.options ? { options: question.options.map(putAll) } : {}),
    })),
    ...(texts.thanks ? { thanks: putAll(texts.thanks) } : {}),
  };
}

/** An answer as a text may speak of it. */
function wordsOf({ type, options }: QuestionText, value: Values[string], frame: Frame, locale: string): string {
  if (value === undefined || typeof value === 'boolean') return '';
  if (typeof value === 'number') {
    if (type === 'csat') return frame.csat[value - 1] ?? '';
    return type === 'thumbs' ? (frame.thumbs[value] ?? '') : value.toLocaleString(locale);
  }
  if (typeof value === 'object' && !Array.isArray(value)) {
    const { expected, experienced } = value;
    return `${frame.gap[0]} ${expected.toLocaleString(locale)} · ${frame.gap[1]} ${experienced.toLocaleString(locale)}`;
  }
  const word = (one: string) => {
    if (type === 'emotion') return otherWords(one) || (frame.emotions[one as Emotion] ?? one);
    return otherWords(one) ?? options?.find(({ id }) => id === one)?.text ?? one;
  };
  return (Array.isArray(value) ? value : [value]).map(word).join(', ');
}
