import { directionOf, type LocalizedText, textIn } from '../../contract/locale.ts';
import { isScored } from '../../contract/questionType.ts';
import type { FrameTexts, MoreTexts, QuestionText, SurveyTexts } from '../../contract/rules.ts';
import type { Question, SurveyDefinition } from '../../contract/survey.ts';
import type { Frame } from '../../widget/frame/frame.ts';
import { frameOf } from '../../widget/frame/frames.ts';

/**
 * A survey's words and the frame's, in one language. Of the frame it has what these questions may need and no more:
 * every visitor who sees the survey waits for this file.
 */
export function textsOf(definition: SurveyDefinition, locale: string): SurveyTexts {
  const { questions, look, thanks, triggers } = definition;
  const tab = triggers.tab && textIn(triggers.tab, locale);
  return {
    locale,
    dir: directionOf(locale),
    questions: questions.map((question) => questionIn(question, locale)),
    frame: frameFor(definition, frameOf(locale), tab),
    ...(look && { look }),
    ...(thanks && { thanks: { ...word('title', thanks.title, locale), ...word('detail', thanks.detail, locale) } }),
    ...(tab && { tab }),
  };
}

function questionIn(question: Question, locale: string): QuestionText {
  const { id, type, text, required, style, options, shuffle, other, min, max, next } = question;
  return {
    id,
    type,
    text: textIn(text, locale),
    ...(required && { required }),
    ...word('hint', question.hint, locale),
    ...(style && style !== 'faces' && { style }),
    ...word('low', question.low, locale),
    ...word('high', question.high, locale),
    ...(options && { options: options.map((option) => ({ id: option.id, text: textIn(option.text, locale) })) }),
    ...(shuffle && { shuffle }),
    ...(other && { other }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...word('consent', question.consent, locale),
    ...(next && { next }),
  };
}

/** A text as the field it belongs in; nothing when there are no words for it. */
function word<Name extends string>(name: Name, text: LocalizedText | undefined, locale: string) {
  const words = text && textIn(text, locale);
  return (words ? { [name]: words } : {}) as Partial<Record<Name, string>>;
}

/** The frame's own words without those that nothing in this survey asks for. */
function frameFor({ questions }: SurveyDefinition, frame: Frame, tab: string | undefined): SurveyTexts['frame'] {
  const {
    next,
    back,
    progress,
    answerNeeded,
    nps,
    ces,
    thumbs,
    emotions,
    gap,
    other,
    ownWords,
    atLeast,
    atMost,
    emailWrong,
    phoneWrong,
    consentNeeded,
    feedback,
    // Said by pages that the server draws.
    test: _,
    ...always
  } = frame;
  const words: FrameTexts = always;
  const asks = (...types: Question['type'][]) => questions.some(({ type }) => types.includes(type));
  const isOpen = questions.some(
    (question) => question.other && (question.type === 'single' || question.type === 'multiple'),
  );
  const needed: Partial<MoreTexts> = {
    ...(hasPages(questions) && { next, back, progress }),
    ...((hasPages(questions) || questions.some(mayBePassedOver)) && { answerNeeded }),
    ...(asks('nps') && { nps }),
    ...(asks('ces') && { ces }),
    ...(asks('thumbs') && { thumbs }),
    ...(asks('emotion') && { emotions }),
    ...(asks('gap') && { gap }),
    ...(isOpen && { other }),
    ...((isOpen || asks('emotion')) && { ownWords }),
    ...(questions.some(({ type, min }) => type === 'multiple' && min) && { atLeast }),
    ...(questions.some(({ type, max }) => type === 'multiple' && max) && { atMost }),
    ...(asks('email') && { emailWrong }),
    ...(asks('phone') && { phoneWrong }),
    ...(asks('email', 'phone', 'consent') && { consentNeeded }),
    ...(tab === '' && { feedback }),
  };
  return { ...words, ...needed };
}

/** Whether there is anything to go on to: a score and the words about it share a page. */
function hasPages(questions: Question[]): boolean {
  const [first, second] = questions;
  if (questions.length !== 2 || !first || !second) return questions.length > 1;
  return !(isScored(first.type) && second.type === 'text');
}

/** Whether an answer may be asked for in words: a rating is given at a tap, and an empty comment says it by itself. */
function mayBePassedOver({ type, required }: Question): boolean {
  return !!required && type !== 'csat' && type !== 'text';
}
