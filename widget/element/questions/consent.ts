import { agree } from './agree.ts';
import type { QuestionType } from './questionType.ts';

/** A yes or a no to words. */
export const consent: QuestionType = {
  clean: (value) => value === true,
  fault: (value, { question, frame }) => (question.required && !value ? frame.consentNeeded : undefined),
  render: ({ question, value, isBusy, change }) =>
    agree(question.consent ?? question.text, value === true, isBusy, (isOn) => change(isOn)),
};
