import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { directionOf, type LocalizedText, textIn } from '../../../contract/locale.ts';
import { Field } from '../../components/Field.tsx';
import { setField } from '../../models/set-field.ts';
import { editedLocale } from '../../models/survey-editor.ts';

type Words = LocalizedText | undefined;

/** The words with those of one language changed. Empty ones are taken out; none at all are `undefined`. */
export function withWords(words: Words, locale: string, text: string): Words {
  const next = setField<Partial<Record<string, string>>, string>(words ?? {}, locale, text || undefined);
  return Object.keys(next).length > 0 ? next : undefined;
}

interface WordsFieldProps {
  label: string;
  hint?: string;
  optional?: boolean;
  words: Words;
  onWords: (words: Words) => void;
  /** Several lines. */
  rows?: number;
  max?: number;
  name?: string;
  /** What the frame says without any. */
  placeholder?: string;
  /** Draws what puts values into the text, given how. */
  insert?: (put: (text: string) => void) => ComponentChildren;
}

/** Text of a survey in the language that is written in; what it says in another shows through where it is missing. */
export function WordsField({
  label,
  hint,
  optional = false,
  words,
  onWords,
  rows,
  max = 500,
  name,
  placeholder,
  insert,
}: WordsFieldProps) {
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const locale = editedLocale.value;
  const text = words?.[locale] ?? '';
  const write = (next: string) => onWords(withWords(words, locale, next.slice(0, max)));
  const put = (piece: string) => {
    const element = input.current;
    const from = element?.selectionStart ?? text.length;
    const to = element?.selectionEnd ?? from;
    write(text.slice(0, from) + piece + text.slice(to));
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(from + piece.length, from + piece.length);
    });
  };
  return (
    <Field label={label} {...(hint ? { hint } : {})} optional={optional}>
      {(tied) => {
        const shared = {
          ...tied,
          ref: input,
          class: 'input',
          name,
          lang: locale,
          dir: directionOf(locale),
          maxLength: max,
          value: text,
          placeholder: (words && textIn(words, locale)) || placeholder,
          onInput: (event: { currentTarget: { value: string } }) => write(event.currentTarget.value),
        };
        return (
          <>
            {rows ? <textarea {...shared} rows={rows} /> : <input {...shared} />}
            {insert?.(put)}
          </>
        );
      }}
    </Field>
  );
}
