import { formatDate, formatDateTime, formatMonth } from '../../format/date.ts';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { felt } from '../../models/person.ts';
import { touchpointName } from '../../models/reference.ts';
import { responsesHref } from '../../models/response-filters.ts';

/** The scores of a scale from 1 to 5, from the foot of the plot to its head. */
const yOf = (score: number) => 91.7 - ((score - 1) / 4) * 83.4;
const MARGIN = 3;
const LABELS = 4;
/** Below this many milliseconds (four months) months would repeat as labels, so days are named. */
const SHORT = 120 * 86_400_000;

/** One person's scores over time. Each dot leads to its answer for who points; for keys the timeline below does. */
export function FeltPlot() {
  const answers = felt.value;
  const first = answers[0];
  const last = answers.at(-1);
  if (!first || !last) {
    return (
      <section>
        <div class="panel-head">
          <h3 class="title">{t('person.felt')}</h3>
          <span class="faint small">{t('person.felt-none')}</span>
        </div>
      </section>
    );
  }
  const start = Date.parse(first.startedAt);
  const span = Math.max(1, Date.parse(last.startedAt) - start);
  const points = answers.map((response) => {
    const score = response.score ?? 0;
    const along = answers.length === 1 ? 0.5 : (Date.parse(response.startedAt) - start) / span;
    return { response, score, x: MARGIN + along * (100 - 2 * MARGIN), y: yOf(score) };
  });
  const ticks = Array.from({ length: LABELS }, (_, at) => ({
    x: MARGIN + (at / LABELS) * (100 - 2 * MARGIN) + (50 - MARGIN) / LABELS,
    at: new Date(start + ((at + 0.5) / LABELS) * span).toISOString(),
  }));
  const label = t('person.felt-label', { scores: answers.map(({ score }) => formatNumber(score ?? 0)).join(' ') });
  return (
    <section>
      <div class="panel-head">
        <h3 class="title">{t('person.felt')}</h3>
        <span class="faint small">
          {t('person.felt-since', { n: answers.length, since: formatMonth(first.startedAt) })}
        </span>
      </div>
      <div class="plot felt-plot">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={label}>
          <path class="plot-grid" d={[1, 2, 3, 4, 5].map((score) => `M0 ${yOf(score)}H100`).join('')} />
          <path class="plot-quiet" d={`M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`} />
        </svg>
        {[1, 3, 5].map((score) => (
          <span key={score} class="plot-label" data-axis="y" style={{ '--y': `${yOf(score)}` }}>
            {formatNumber(score)}
          </span>
        ))}
        {points.map(({ response, score, x, y }) => {
          const name = `${t('score.of', { score })}, ${response.touchpoint ? touchpointName(response.touchpoint) : t('touchpoint.none')}, ${formatDateTime(response.startedAt)}`;
          return (
            <a
              key={response.id}
              class="plot-at felt"
              tabIndex={-1}
              data-score={score}
              href={responsesHref({ open: response.id })}
              title={name}
              style={{ '--x': `${x}`, '--y': `${y}` }}
            >
              <span class="visually-hidden">{name}</span>
            </a>
          );
        })}
        {ticks.map(({ x, at }) => (
          <span key={x} class="plot-label" data-axis="x" style={{ '--x': `${x}` }}>
            {span < SHORT ? formatDate(at) : formatMonth(at)}
          </span>
        ))}
      </div>
    </section>
  );
}
