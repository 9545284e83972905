import type { ResponseSummary } from '../../../contract/response.ts';
import { Ago } from '../../components/Ago.tsx';
import { Answer } from '../../components/Answer.tsx';
import { TrustMark } from '../../components/TrustMark.tsx';
import { t } from '../../messages/translate.ts';
import { hrefWith } from '../../models/location.ts';
import { touchpointName } from '../../models/reference.ts';
import { openResponse, shown, unread } from '../../models/responses.ts';

interface ResponseRowProps {
  response: ResponseSummary;
}

/** One response in the list: a link, so that it opens in a new tab as well. */
export function ResponseRow({ response }: ResponseRowProps) {
  const { id, metric, score, emotion, contact, trust, touchpoint, comment, locale, withdrawn } = response;
  return (
    <a
      class="response"
      href={hrefWith({ open: id })}
      aria-current={shown.value === id ? 'true' : undefined}
      data-unread={unread.value.has(id) ? '' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        openResponse(id);
      }}
    >
      <span class="response-score">
        <Answer metric={metric} score={score} emotion={emotion} />
      </span>
      <span class="response-text">
        <span class="response-line">
          <bdi class="response-name clip">
            {contact?.name ?? (trust === 'anonymous' ? t('anonymous') : t('somebody'))}
          </bdi>
          <TrustMark trust={trust} />
          {response.test && <span class="test-mark">{t('test')}</span>}
          {touchpoint && <bdi class="response-touchpoint faint small clip">{touchpointName(touchpoint)}</bdi>}
          <Ago at={response.receivedAt} />
        </span>
        {comment ? (
          <span class="response-comment clip" lang={locale ?? undefined} dir="auto">
            {comment}
          </span>
        ) : (
          <span class="response-comment faint">{withdrawn ? t('withdrawn') : t('comment.none')}</span>
        )}
      </span>
    </a>
  );
}
