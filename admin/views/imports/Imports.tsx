import { useEffect } from 'preact/hooks';
import type { ImportSummary } from '../../../contract/imports.ts';
import { Ago } from '../../components/Ago.tsx';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { t } from '../../messages/translate.ts';
import { importList, loadImports } from '../../models/imports.ts';
import { PeopleTabs } from '../people/PeopleTabs.tsx';
import { DropFile } from './DropFile.tsx';
import { Feedback } from './feedback/Feedback.tsx';
import './imports.css';
import { VerdictBar } from './VerdictBar.tsx';

function Row({ one }: { one: ImportSummary }) {
  const counts = one.done ?? one.planned;
  return (
    <li class="import-row">
      <div class="import-name">
        <a class="strong import-link clip" href={`/imports/${encodeURIComponent(one.id)}`}>
          <bdi>{one.name || one.id}</bdi>
        </a>
        <span class="faint small clip">
          {t('import.rows', { n: one.rows })} · {t('import.by', { name: one.by })}
        </span>
      </div>
      <span class="soft" data-status={one.status}>
        {t(`import.status-${one.status}`)}
      </span>
      <span class="import-bar">{counts && <VerdictBar counts={counts} />}</span>
      <Ago class="faint import-when" at={one.createdAt} />
    </li>
  );
}

/** Every file that was brought in, and the way to bring in another. */
export function Imports() {
  useEffect(() => {
    void loadImports();
  }, []);
  const all = importList.data.value;
  const error = importList.error.value;
  return (
    <>
      <PageHeader title={t('import.title')} />
      <PeopleTabs />
      <div class="imports">
        <DropFile />
        {error && !all && <Broken error={error} onRetry={loadImports} />}
        {!all && !error && <Bones rows={3} />}
        {all?.length === 0 && <p class="soft import-none">{t('import.none-hint')}</p>}
        {all && all.length > 0 && (
          <ul class="import-list" aria-label={t('import.title')}>
            {all.map((one) => (
              <Row key={one.id} one={one} />
            ))}
          </ul>
        )}
        <Feedback />
      </div>
    </>
  );
}
