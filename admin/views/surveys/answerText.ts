import { textIn } from '../../../contract/locale.ts';
import { EMOTIONS } from '../../../contract/metric.ts';
import type { Question } from '../../../contract/survey.ts';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { editedLocale } from '../../models/survey-editor.ts';

function isEmotion(value: string): value is keyof typeof EMOTIONS {
  return Object.hasOwn(EMOTIONS, value);
}

/** An answer that may be given to a question, in words. */
export function answerText({ type, options }: Question, value: string): string {
  switch (type) {
    case 'csat':
    case 'nps':
    case 'ces':
    case 'gap':
      return formatNumber(Number(value));
    case 'thumbs':
      return t(value === '1' ? 'thumbs.up' : 'thumbs.down');
    case 'emotion':
      return isEmotion(value) ? t(`emotion.${value}`) : value;
    case 'consent':
      return t(value === 'true' ? 'yes' : 'no');
    default: {
      const option = options?.find(({ id }) => id === value);
      if (option) return textIn(option.text, editedLocale.value) || option.id;
      return value === 'other' ? t('emotion.other') : value;
    }
  }
}
