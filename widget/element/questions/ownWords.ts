import { html, nothing } from 'lit/html.js';
import { CONTEXT_VALUE_MAX } from '../../../contract/limits.ts';
import { OTHER, otherWords } from '../../../contract/questionType.ts';
import { cleanText } from '../../loader/cleanText.ts';
import type { AnswerValue, QuestionView } from './questionType.ts';

/** `other` for a choice that has the visitor's own words, the choice itself for any other. */
export function choiceOf(value: AnswerValue | undefined): AnswerValue | undefined {
  return otherWords(String(value)) === null ? value : OTHER;
}

/** A choice as it is stored: own words without what the wire does not take. */
export function cleanChoice(value: string): string {
  const words = cleanText(otherWords(value) ?? '', CONTEXT_VALUE_MAX - OTHER.length - 1).trim();
  return words ? `${OTHER}:${words}` : (choiceOf(value) as string);
}

/** A field for what is none of the choices, while `value` says so. */
export function ownWords(
  { frame, isBusy }: QuestionView,
  value: unknown,
  change: (value: string) => void,
  send: () => void,
) {
  const words = otherWords(String(value));
  return words === null
    ? nothing
    : html`<input
        part="input"
        dir="auto"
        maxlength=${CONTEXT_VALUE_MAX - OTHER.length - 1}
        aria-label=${frame.ownWords ?? ''}
        placeholder=${frame.ownWords ?? ''}
        ?readonly=${isBusy}
        .value=${words}
        @input=${(event: InputEvent) => change(`${OTHER}:${(event.target as HTMLInputElement).value}`)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter') send();
        }}
      />`;
}
