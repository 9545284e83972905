import type { Emotion, Metric } from '../../contract/metric.ts';
import { pipOf } from '../figures/pip-of.ts';
import { formatScore, scoreWords } from '../format/score.ts';
import { t } from '../messages/translate.ts';
import { Icon, type IconName } from './Icon.tsx';

interface AnswerProps {
  metric: Metric;
  /** On the metric's own scale, or null when nothing was rated. */
  score: number | null;
  /** What was named, where the metric is emotion. */
  emotion?: Emotion | null;
  size?: 'large';
}

const PIPS = [1, 2, 3, 4, 5];

const EMOTION_ICONS: Record<Emotion, IconName> = {
  calm: 'waves',
  relieved: 'wind',
  delighted: 'sparkles',
  surprised: 'zap',
  confused: 'circle-question-mark',
  impatient: 'hourglass',
  worried: 'cloud-fog',
  'let-down': 'cloud-drizzle',
  angry: 'cloud-lightning',
  other: 'ellipsis',
};

function iconOf(metric: Metric, score: number | null, emotion: Emotion | null): IconName | null {
  if (metric === 'emotion') return emotion && EMOTION_ICONS[emotion];
  if (metric === 'thumbs') return score ? 'thumbs-up' : 'thumbs-down';
  return null;
}

/** One person's answer: a number or its sign, and five pips of which one is theirs. */
export function Answer({ metric, score, emotion = null, size }: AnswerProps) {
  if (score === null && emotion === null) return <span class="answer faint">{t('score.none')}</span>;
  const icon = iconOf(metric, score, emotion);
  const pip = score === null ? null : pipOf(metric, score);
  const words = scoreWords(metric, score, emotion);
  return (
    <span class="answer" data-size={size} title={metric === 'csat' ? undefined : words}>
      <span class="answer-number" aria-hidden="true">
        {icon ? <Icon name={icon} /> : score !== null && formatScore(metric, score)}
      </span>
      <span class="pips" role="img" aria-label={words}>
        {PIPS.map((place) => (
          <i key={place} data-score={place === pip ? place : undefined} />
        ))}
      </span>
    </span>
  );
}
