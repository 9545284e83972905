import { formatNumber } from '../format/number.ts';
import { t } from '../messages/translate.ts';

interface AnswerProps {
  /** 1 to 5, or null when nothing was rated. */
  score: number | null;
  size?: 'large';
}

const PIPS = [1, 2, 3, 4, 5];

/** One person's rating: a number, and five pips of which one is theirs. */
export function Answer({ score, size }: AnswerProps) {
  if (score === null) return <span class="answer faint">{t('score.none')}</span>;
  return (
    <span class="answer" data-size={size}>
      <span class="answer-number" aria-hidden="true">
        {formatNumber(score)}
      </span>
      <span class="pips" role="img" aria-label={t('score.of', { score })}>
        {PIPS.map((pip) => (
          <i key={pip} data-score={pip === score ? pip : undefined} />
        ))}
      </span>
    </span>
  );
}
