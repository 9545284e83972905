import type { QuestionType } from '../../../contract/questionType.ts';
import type { IconName } from '../../components/Icon.tsx';

/** The sign of each type of question. */
export const KIND_ICONS: Record<QuestionType, IconName> = {
  csat: 'smile',
  nps: 'gauge',
  ces: 'feather',
  thumbs: 'thumbs-up',
  emotion: 'cloud-sun',
  gap: 'scale',
  single: 'circle-dot',
  multiple: 'square-check',
  text: 'text',
  short: 'text-cursor-input',
  email: 'mail',
  phone: 'phone',
  consent: 'shield-check',
  message: 'info',
};

/** The types in the order they are offered, by what one wants to know. */
export const KIND_GROUPS = [
  { name: 'builder.group-score', types: ['csat', 'nps', 'ces', 'thumbs', 'emotion', 'gap'] },
  { name: 'builder.group-choice', types: ['single', 'multiple'] },
  { name: 'builder.group-words', types: ['text', 'short'] },
  { name: 'builder.group-contact', types: ['email', 'phone', 'consent'] },
  { name: 'builder.group-said', types: ['message'] },
] as const satisfies readonly { name: string; types: readonly QuestionType[] }[];

type Part = 'style' | 'ends' | 'hint' | 'options' | 'limits' | 'consent' | 'required';

const PARTS: Record<QuestionType, readonly Part[]> = {
  csat: ['style', 'ends', 'required'],
  nps: ['ends', 'required'],
  ces: ['ends', 'required'],
  thumbs: ['ends', 'required'],
  emotion: ['required'],
  gap: ['ends', 'required'],
  single: ['options', 'required'],
  multiple: ['options', 'limits', 'required'],
  text: ['hint', 'required'],
  short: ['hint', 'required'],
  email: ['hint', 'consent', 'required'],
  phone: ['hint', 'consent', 'required'],
  consent: ['required'],
  message: [],
};

/** Whether questions of a type have something of their own to say. */
export function hasPart(type: QuestionType, part: Part): boolean {
  return PARTS[type].includes(part);
}
