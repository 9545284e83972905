import { t } from '../../messages/translate.ts';
import { preview } from '../../models/segment-editor.ts';

/** How many people the rule being written would cover, and a few of them. */
export function LiveCount() {
  const found = preview.data.value;
  if (preview.error.value) {
    return (
      <p class="soft" role="status">
        {t(preview.error.value.status === 400 ? 'segments.live-invalid' : 'error.title')}
      </p>
    );
  }
  if (!found)
    return (
      <p class="faint" role="status">
        {t('loading')}
      </p>
    );
  const { count, looked, of, people } = found;
  const isSample = looked < of;
  const about = isSample ? Math.round((count * of) / looked) : count;
  return (
    <div class="live-count" role="status" aria-busy={preview.loading.value}>
      <p class="live-number">{t('segments.live', { n: about })}</p>
      <p class="faint small">
        {isSample ? t('segments.live-sample', { n: about, count, looked }) : t('segments.live-of', { n: of })}
      </p>
      {count === 0 && <p class="soft">{t('segments.live-none')}</p>}
      <ul>
        {people.map(({ id, name, company }) => (
          <li key={id} class="clip">
            <a href={`/people/${encodeURIComponent(id)}`}>
              <bdi>{name}</bdi>
            </a>
            {company && (
              <span class="faint small">
                {' · '}
                <bdi>{company}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
