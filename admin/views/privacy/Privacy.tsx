import { useEffect } from 'preact/hooks';
import type { Erasure } from '../../../contract/erasure.ts';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { formatDateTime } from '../../format/date.ts';
import { t } from '../../messages/translate.ts';
import {
  erasures,
  hasMoreErasures,
  loadErasures,
  loadOlderErasures,
  loadRetention,
  retention,
} from '../../models/privacy.ts';
import { SettingsTabs } from '../settings/SettingsTabs.tsx';
import { Purposes } from './Purposes.tsx';
import { RetentionForm, RetentionPreview } from './RetentionForm.tsx';
import '../settings/settings.css';
import './privacy.css';

function Row({ id, at, by, responses, lifted }: Erasure) {
  return (
    <li>
      <a class="erasure" href={`/erasures/${id}`}>
        <span class="strong">{formatDateTime(at)}</span>
        <span class="soft">{t('privacy.erased-by', { name: by })}</span>
        <span class="faint small">
          {t('certificate.answers')}: {t(`certificate.${responses}`)}
          {lifted && ` · ${t('privacy.lifted')}`}
        </span>
      </a>
    </li>
  );
}

function Erasures() {
  const known = erasures.data.value;
  const error = erasures.error.value;
  return (
    <section class="settings-section">
      <h2 class="title">{t('privacy.erasures')}</h2>
      <p class="faint small">{t('privacy.erasures-hint')}</p>
      {error && !known && <Broken error={error} onRetry={loadErasures} />}
      {!known && !error && <Bones rows={3} />}
      {known?.length === 0 && <p class="soft">{t('privacy.no-erasures')}</p>}
      {known && known.length > 0 && (
        <ul class="erasures">
          {known.map((one) => (
            <Row key={one.id} {...one} />
          ))}
        </ul>
      )}
      {hasMoreErasures.value && (
        <div>
          <button type="button" class="button" onClick={loadOlderErasures}>
            {t('privacy.more')}
          </button>
        </div>
      )}
    </section>
  );
}

/** How long data is kept, what people consent to, and who was erased, without saying who. */
export function Privacy() {
  useEffect(() => {
    void Promise.all([loadRetention(), loadErasures()]);
  }, []);
  const known = retention.data.value;
  const error = retention.error.value;
  return (
    <>
      <PageHeader title={t('privacy.title')} />
      <SettingsTabs />
      <div class="settings">
        {error && !known && <Broken error={error} onRetry={loadRetention} />}
        {!known && !error && <Bones rows={6} />}
        {known && <RetentionForm retention={known} />}
        <div>
          {known && <RetentionPreview />}
          <Purposes />
          <Erasures />
        </div>
      </div>
    </>
  );
}
