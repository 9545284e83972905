import { useEffect, useRef } from 'preact/hooks';
import type { AuditEntry } from '../../../contract/audit.ts';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { formatDateTime } from '../../format/date.ts';
import { verbName } from '../../format/verb.ts';
import { t } from '../../messages/translate.ts';
import {
  entries,
  hasMoreEntries,
  loadEntries,
  loadOlderEntries,
  loadProof,
  narrow,
  narrowed,
  proof,
} from '../../models/audit.ts';
import { SettingsTabs } from '../settings/SettingsTabs.tsx';
import './privacy.css';

function Row({ at, actor, who, verb, subject, payload }: AuditEntry) {
  return (
    <tr>
      <td>{formatDateTime(at)}</td>
      <td>
        <bdi>{actor === 'system' ? t('audit.product') : who}</bdi>
      </td>
      <td>
        <span title={verb}>{verbName(verb, payload)}</span>
      </td>
      <td>
        <button type="button" class="link-button" title={t('audit.only')} onClick={() => narrow({ subject })}>
          <code dir="ltr">{subject}</code>
        </button>
      </td>
      <td>
        {payload === null ? (
          <span class="faint">{t('audit.erased')}</span>
        ) : (
          payload !== '{}' && (
            <details>
              <summary>{t('audit.payload')}</summary>
              <code class="payload" dir="ltr">
                {payload}
              </code>
            </details>
          )
        )}
      </td>
    </tr>
  );
}

function Proof() {
  const known = proof.data.value;
  if (!known) return null;
  return (
    <p class="row proof" data-broken={known.verifies ? undefined : ''} role="status">
      <Icon name={known.verifies ? 'shield-check' : 'triangle-alert'} />
      {known.verifies ? t('audit.verifies', { n: known.entries }) : t('audit.broken')}
    </p>
  );
}

/** Who did what, and when. */
export function Audit() {
  const { verb, subject } = narrowed.value;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    void loadEntries();
  }, [verb, subject]);
  useEffect(() => {
    void loadProof();
  }, []);
  const known = entries.data.value;
  const error = entries.error.value;
  const verbs = proof.data.value?.verbs ?? (verb ? [verb] : []);
  return (
    <>
      <PageHeader title={t('audit.title')} />
      <SettingsTabs />
      <div class="audit">
        <div class="audit-filters">
          <label class="audit-verb">
            <span class="faint small">{t('audit.verb')}</span>
            <select class="input" value={verb} onChange={(event) => narrow({ verb: event.currentTarget.value })}>
              <option value="">{t('audit.any-verb')}</option>
              {verbs.map((one) => (
                <option key={one} value={one}>
                  {verbName(one)}
                </option>
              ))}
            </select>
          </label>
          <SearchBox
            label={t('audit.subject-hint')}
            value={subject}
            onSearch={(text) => narrow({ subject: text })}
            input={input}
          />
          <Proof />
        </div>
        {error && !known && <Broken error={error} onRetry={loadEntries} />}
        {!known && !error && <Bones rows={8} />}
        {known?.length === 0 && <p class="soft">{t('audit.none')}</p>}
        {known && known.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
          <section class="audit-table" aria-label={t('audit.title')} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('audit.when')}</th>
                  <th scope="col">{t('audit.who')}</th>
                  <th scope="col">{t('audit.verb')}</th>
                  <th scope="col">{t('audit.subject')}</th>
                  <th scope="col">{t('audit.payload')}</th>
                </tr>
              </thead>
              <tbody>
                {known.map((entry) => (
                  <Row key={entry.id} {...entry} />
                ))}
              </tbody>
            </table>
          </section>
        )}
        {hasMoreEntries.value && (
          <p>
            <button type="button" class="button" onClick={loadOlderEntries}>
              {t('privacy.more')}
            </button>
          </p>
        )}
      </div>
    </>
  );
}
