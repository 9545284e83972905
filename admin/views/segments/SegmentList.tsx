import { useEffect } from 'preact/hooks';
import type { SegmentSummary } from '../../../contract/segment.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { formatPercent } from '../../format/percent.ts';
import { t } from '../../messages/translate.ts';
import { loadSegments, segmentList } from '../../models/segments.ts';
import { isAdmin } from '../../models/session.ts';
import { PeopleTabs } from '../people/PeopleTabs.tsx';
import './segments.css';

function Row({ segment }: { segment: SegmentSummary }) {
  const { id, name, people, of, counting, persona } = segment;
  return (
    <li class="segment-row">
      {persona ? <Avatar name={persona} /> : <span class="segment-no-face" aria-hidden="true" />}
      <span class="segment-name">
        <a class="strong clip" href={`/segments/${encodeURIComponent(id)}`}>
          <bdi>{name}</bdi>
        </a>
        {persona && <bdi class="faint small clip">{persona}</bdi>}
      </span>
      <span class="segment-share" aria-hidden="true">
        <i style={{ '--share': `${of === 0 ? 0 : people / of}` }} />
      </span>
      <span class="segment-count">
        {t('segments.people', { n: people })}
        <span class="faint small">
          {counting === null
            ? t('segments.of', {
                share: formatPercent(of === 0 ? 0 : people / of, people > 0 && people / of < 0.01 ? 1 : 0),
                of,
              })
            : t('segments.counting')}
        </span>
      </span>
    </li>
  );
}

/** Every segment, with how many people are in it now. */
export function SegmentList() {
  useEffect(() => {
    void loadSegments();
  }, []);
  const all = segmentList.data.value;
  const error = segmentList.error.value;
  return (
    <>
      <PageHeader title={t('nav.segments')} parent={{ href: '/people', name: t('nav.people') }}>
        {isAdmin.value && (
          <a class="button" data-kind="primary" href="/segments/new">
            <Icon name="plus" />
            {t('segments.new')}
          </a>
        )}
      </PageHeader>
      <PeopleTabs />
      {error && !all && <Broken error={error} onRetry={loadSegments} />}
      {!all && !error && <Bones />}
      {all?.length === 0 && <Empty title={t('segments.none')} text={t('segments.none-hint')} art />}
      {all && all.length > 0 && (
        <ul class="segment-list sheet">
          {all.map((segment) => (
            <Row key={segment.id} segment={segment} />
          ))}
        </ul>
      )}
    </>
  );
}
