import type { Emotion, Metric } from '../../contract/metric.ts';
import { t } from '../messages/translate.ts';
import { regional } from '../models/regional.ts';
import { formatNumber } from './number.ts';

/** A score as a number: what may be below zero carries its sign. */
export function formatScore(metric: Metric, score: number): string {
  return metric === 'gap' || metric === 'emotion'
    ? new Intl.NumberFormat(regional.value.numbers, { signDisplay: 'exceptZero' }).format(score)
    : formatNumber(score);
}

/** A score in words, as it is read aloud: "4 of 5", "let down", "got 2 less than expected". */
export function scoreWords(metric: Metric, score: number | null, emotion: Emotion | null = null): string {
  if (metric === 'emotion')
    return emotion ? t(`emotion.${emotion}`) : score === null ? '' : t('score.feeling', { score });
  if (score === null) return t('score.none');
  switch (metric) {
    case 'nps':
      return t('score.of-nps', { score });
    case 'ces':
      return t('score.of-ces', { score });
    case 'thumbs':
      return t(score ? 'thumbs.up' : 'thumbs.down');
    case 'gap':
      return score === 0 ? t('gap.as') : t(score > 0 ? 'gap.more' : 'gap.less', { score: Math.abs(score) });
    default:
      return t('score.of', { score });
  }
}
