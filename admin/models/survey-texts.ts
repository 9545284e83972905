import type { LocalizedText } from '../../contract/locale.ts';
import type { Question, SurveyDefinition } from '../../contract/survey.ts';
import { setField } from './set-field.ts';
import { changeQuestion } from './survey-questions.ts';

/** One text of a survey, where it stands, and how to change it. */
export interface SurveyText {
  key: string;
  /** Whose it is; absent for the survey's own. */
  question?: string;
  part: 'text' | 'hint' | 'low' | 'high' | 'consent' | 'option' | 'tab' | 'thanks-title' | 'thanks-detail';
  words: LocalizedText;
  /** The definition with other words here; none take an optional text away. */
  write: (definition: SurveyDefinition, words: LocalizedText | undefined) => SurveyDefinition;
}

const PARTS = ['hint', 'low', 'high', 'consent'] as const;

function questionTexts(question: Question): SurveyText[] {
  const { id, options = [] } = question;
  const change = (apply: (one: Question, words: LocalizedText | undefined) => Question): SurveyText['write'] => {
    return (definition, words) => changeQuestion(definition, id, (one) => apply(one, words));
  };
  return [
    {
      key: `${id}.text`,
      question: id,
      part: 'text',
      words: question.text,
      write: change((one, words) => ({ ...one, text: words ?? {} })),
    },
    ...PARTS.flatMap((part): SurveyText[] => {
      const words = question[part];
      if (!words) return [];
      return [
        { key: `${id}.${part}`, question: id, part, words, write: change((one, next) => setField(one, part, next)) },
      ];
    }),
    ...options.map(
      (option): SurveyText => ({
        key: `${id}.option.${option.id}`,
        question: id,
        part: 'option',
        words: option.text,
        write: change((one, words) => ({
          ...one,
          options: (one.options ?? []).map((known) =>
            known.id === option.id ? { ...known, text: words ?? {} } : known,
          ),
        })),
      }),
    ),
  ];
}

/** Every text a visitor may read, in the order they read them. */
export function textsIn({ questions, triggers, thanks }: SurveyDefinition): SurveyText[] {
  const ending = (['title', 'detail'] as const).flatMap((part): SurveyText[] => {
    const words = thanks?.[part];
    if (!words) return [];
    return [
      {
        key: `thanks.${part}`,
        part: `thanks-${part}`,
        words,
        write: (definition, next) => setField(definition, 'thanks', setField(definition.thanks ?? {}, part, next)),
      },
    ];
  });
  const { tab } = triggers;
  return [
    ...(tab
      ? [
          {
            key: 'tab',
            part: 'tab' as const,
            words: tab,
            write: (definition: SurveyDefinition, next: LocalizedText | undefined) => ({
              ...definition,
              triggers: { ...definition.triggers, tab: next ?? {} },
            }),
          },
        ]
      : []),
    ...questions.flatMap(questionTexts),
    ...ending,
  ];
}

/** Whether there are words for a language: its own, or those of the language it is a variety of. */
export function isSaid(words: LocalizedText, locale: string): boolean {
  return Boolean(words[locale]?.trim() || words[locale.split('-', 1)[0] ?? '']?.trim());
}

/** Whether a text is missing in a language. One that is said in none may be left out, unless it is a question's own. */
export function isMissingIn({ part, words }: SurveyText, locale: string): boolean {
  if (isSaid(words, locale)) return false;
  const isNeeded = part === 'text' || part === 'option' || part === 'consent';
  return isNeeded || Object.values(words).some((text) => text?.trim());
}
