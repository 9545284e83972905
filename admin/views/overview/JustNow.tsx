import type { ResponseSummary } from '../../../contract/response.ts';
import { Ago } from '../../components/Ago.tsx';
import { Answer } from '../../components/Answer.tsx';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { TrustMark } from '../../components/TrustMark.tsx';
import { t } from '../../messages/translate.ts';
import { connected } from '../../models/live.ts';
import { arrived, latest, loadLatest } from '../../models/overview.ts';
import { touchpointName } from '../../models/reference.ts';
import { responsesHref } from '../../models/response-filters.ts';

function Tick({ response }: { response: ResponseSummary }) {
  const { id, metric, score, emotion, contact, trust, comment, locale, touchpoint, receivedAt, withdrawn } = response;
  return (
    <li class="tick" data-arrived={arrived.value.has(id) ? '' : undefined}>
      <a href={responsesHref({ open: id })}>
        <Answer metric={metric} score={score} emotion={emotion} />
        <span class="tick-text">
          <span class="tick-line">
            <bdi class="strong clip">{contact?.name ?? (trust === 'anonymous' ? t('anonymous') : t('somebody'))}</bdi>
            <TrustMark trust={trust} />
            <Ago at={receivedAt} class="faint small" />
          </span>
          {comment ? (
            <span class="tick-words soft small clip" lang={locale ?? undefined} dir="auto">
              {comment}
            </span>
          ) : (
            <span class="tick-words faint small">{withdrawn ? t('withdrawn') : t('comment.none')}</span>
          )}
          {touchpoint && (
            <span class="tick-words faint small">
              <bdi>{touchpointName(touchpoint)}</bdi>
            </span>
          )}
        </span>
      </a>
    </li>
  );
}

/** The latest answers, as they arrive. */
export function JustNow() {
  const answers = latest.data.value;
  const error = latest.error.value;
  return (
    <section class="ticker">
      <div class="panel-head">
        <h2 class="title">{t('overview.just-now')}</h2>
        <span class="live push" data-off={connected.value ? undefined : ''}>
          {connected.value ? t('live.on') : t('live.off')}
        </span>
      </div>
      {error && !answers && <Broken error={error} onRetry={loadLatest} answers />}
      {!answers && !error && <Bones rows={5} />}
      {answers?.length === 0 && <p class="faint small">{t('overview.waiting')}</p>}
      <ul>
        {answers?.map((response) => (
          <Tick key={response.id} response={response} />
        ))}
      </ul>
    </section>
  );
}
