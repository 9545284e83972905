import type { AnswerValue } from './collect.ts';
import { EMOTIONS, type Emotion } from './metric.ts';
import { OTHER, otherWords, type QuestionType } from './questionType.ts';

/** The emotion a value names: one of those offered, or `other`. */
export function emotionOf(value: AnswerValue | undefined): Emotion | null {
  if (typeof value !== 'string') return null;
  if (otherWords(value) !== null) return OTHER;
  return Object.hasOwn(EMOTIONS, value) ? (value as Emotion) : null;
}

/** The score of an answer on its question's scale; null for questions without one, and for an emotion named freely. */
export function scoreOf(type: QuestionType, value: AnswerValue | undefined): number | null {
  switch (type) {
    case 'csat':
    case 'nps':
    case 'ces':
    case 'thumbs':
      return typeof value === 'number' ? value : null;
    case 'emotion': {
      const emotion = emotionOf(value);
      return emotion && EMOTIONS[emotion];
    }
    case 'gap':
      return typeof value === 'object' && 'expected' in value ? value.experienced - value.expected : null;
    default:
      return null;
  }
}
