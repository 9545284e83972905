import { pipOf, scaleOf } from '../../figures/pip-of.ts';
import { formatDate, formatDateTime, formatMonth } from '../../format/date.ts';
import { formatScore, scoreWords } from '../../format/score.ts';
import { t } from '../../messages/translate.ts';
import { felt } from '../../models/person.ts';
import { touchpointName, touchpointOf } from '../../models/reference.ts';
import { responsesHref } from '../../models/response-filters.ts';

/** A place on a scale, 0 to 1, from the foot of the plot to its head. */
const yAt = (share: number) => 91.7 - share * 83.4;
const LINES = [0, 0.25, 0.5, 0.75, 1];
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
    const { low, high } = scaleOf(response.metric) ?? { low: 0, high: 1 };
    const share = (score - low) / (high - low);
    return { response, score, x: MARGIN + along * (100 - 2 * MARGIN), y: yAt(share) };
  });
  // Answers to different measures share the plot, each on its own scale; numbers stand beside it only where they fit all.
  const scale = answers.every(({ metric }) => metric === first.metric) ? scaleOf(first.metric) : null;
  const ticks = Array.from({ length: LABELS }, (_, at) => ({
    x: MARGIN + (at / LABELS) * (100 - 2 * MARGIN) + (50 - MARGIN) / LABELS,
    at: new Date(start + ((at + 0.5) / LABELS) * span).toISOString(),
  }));
  const label = t('person.felt-label', {
    scores: answers.map(({ metric, score }) => formatScore(metric, score ?? 0)).join(' '),
  });
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
          <path class="plot-grid" d={LINES.map((share) => `M0 ${yAt(share)}H100`).join('')} />
          <path class="plot-quiet" d={`M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`} />
        </svg>
        {scale &&
          [0, 0.5, 1].map((share) => (
            <span key={share} class="plot-label" data-axis="y" style={{ '--y': `${yAt(share)}` }}>
              {formatScore(first.metric, scale.low + share * (scale.high - scale.low))}
            </span>
          ))}
        {points.map(({ response, x }) => {
          const place = response.touchpoint ? touchpointOf(response.touchpoint) : undefined;
          if (!place?.moment) return null;
          const name = `${t(`moment.${place.moment}`)}: ${touchpointName(place.id)}`;
          return (
            <span key={response.id} class="felt-moment" style={{ '--x': `${x}` }} title={name}>
              <i class="moment" role="img" aria-label={name} />
            </span>
          );
        })}
        {points.map(({ response, score, x, y }) => {
          const name = `${scoreWords(response.metric, score, response.emotion)}, ${response.touchpoint ? touchpointName(response.touchpoint) : t('touchpoint.none')}, ${formatDateTime(response.startedAt)}`;
          return (
            <a
              key={response.id}
              class="plot-at felt"
              tabIndex={-1}
              data-score={pipOf(response.metric, score)}
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
