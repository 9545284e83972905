import { Ago } from '../../components/Ago.tsx';
import { Answer } from '../../components/Answer.tsx';
import { t } from '../../messages/translate.ts';
import { hrefWith } from '../../models/location.ts';
import { touchpointName } from '../../models/reference.ts';
import { detail, earlier } from '../../models/response.ts';

/** What the same person answered before. */
export function EarlierAnswers() {
  const contact = detail.data.value?.contact;
  const before = earlier.value;
  if (!contact || !before || before.items.length === 0) return null;
  return (
    <section class="earlier">
      <div class="panel-head">
        <h3 class="strong">{t('detail.earlier')}</h3>
        <a class="push soft small" href={`/people/${contact.id}`}>
          {t('detail.all', { n: before.total })}
        </a>
      </div>
      <ul>
        {before.items.map((response) => (
          <li key={response.id}>
            <a href={hrefWith({ open: response.id })}>
              <Answer metric={response.metric} score={response.score} emotion={response.emotion} />
              {response.touchpoint && <bdi class="clip">{touchpointName(response.touchpoint)}</bdi>}
              <span class="faint clip" lang={response.locale ?? undefined} dir="auto">
                {response.comment}
              </span>
              <Ago at={response.receivedAt} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
