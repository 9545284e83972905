import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ERASED_KINDS } from '../../../contract/erased.ts';
import type { Erasure } from '../../../contract/erasure.ts';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { formatDate, formatDateTime } from '../../format/date.ts';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { certificate, lift, loadCertificate } from '../../models/privacy.ts';
import { may } from '../../models/session.ts';
import './privacy.css';

function Remains({ remains }: Pick<Erasure, 'remains'>) {
  return (
    <ul class="remains">
      {remains.map(({ what, until }) => (
        <li key={what}>
          {what === 'backups'
            ? t('certificate.remains-backups', { date: until ? formatDate(until) : '' })
            : t(`certificate.remains-${what}`)}
        </li>
      ))}
    </ul>
  );
}

function Paper({ id, at, by, responses, counts, remains, proof, lifted }: Erasure) {
  return (
    <article class="certificate">
      <h2>{t('certificate.title')}</h2>
      <dl class="facts">
        <dt>{t('certificate.id')}</dt>
        <dd>
          <bdi dir="ltr">{id}</bdi>
        </dd>
        <dt>{t('certificate.at')}</dt>
        <dd>{formatDateTime(at)}</dd>
        <dt>{t('certificate.by')}</dt>
        <dd>
          <bdi>{by}</bdi>
        </dd>
        <dt>{t('certificate.answers')}</dt>
        <dd>{t(`certificate.${responses}`)}</dd>
      </dl>
      {lifted && <p class="soft">{t('certificate.lifted', { date: formatDateTime(lifted.at), name: lifted.by })}</p>}
      <h3 class="title">{t('certificate.rows')}</h3>
      <dl class="facts">
        {ERASED_KINDS.filter((kind) => counts[kind]).map((kind) => (
          <>
            <dt key={kind}>{t(`kind.${kind}`)}</dt>
            <dd>{formatNumber(counts[kind] ?? 0)}</dd>
          </>
        ))}
      </dl>
      <h3 class="title">{t('certificate.remains')}</h3>
      <Remains remains={remains} />
      <h3 class="title">{t('certificate.proof')}</h3>
      <p class="row" data-broken={proof.holds ? undefined : ''}>
        <Icon name={proof.holds ? 'shield-check' : 'triangle-alert'} />
        {t(proof.holds ? 'certificate.proof-holds' : 'certificate.proof-broken')}
      </p>
      <dl class="facts">
        <dt>{t('certificate.hash')}</dt>
        <dd>
          <code dir="ltr">{proof.certificate}</code>
        </dd>
        <dt>{t('certificate.entry')}</dt>
        <dd>
          <code dir="ltr">{proof.entry}</code>
        </dd>
        <dt>{t('certificate.chain')}</dt>
        <dd>
          <code dir="ltr">{proof.chain}</code>
        </dd>
      </dl>
    </article>
  );
}

/** The certificate of an erasure, to read and to print. */
export function Certificate({ id }: { id: string }) {
  const lifting = useSignal(false);
  useEffect(() => {
    void loadCertificate(id);
  }, [id]);
  const known = certificate.data.value;
  const error = certificate.error.value;
  return (
    <>
      <PageHeader title={t('privacy.certificate')} parent={{ href: '/privacy', name: t('privacy.title') }}>
        {known && !known.lifted && may('owner') && (
          <button
            type="button"
            class="button"
            onClick={() => {
              lifting.value = true;
            }}
          >
            {t('certificate.lift')}
          </button>
        )}
        {known && (
          <button type="button" class="button" onClick={() => window.print()}>
            {t('certificate.print')}
          </button>
        )}
      </PageHeader>
      {error && !known && <Broken error={error} onRetry={() => loadCertificate(id)} />}
      {!known && !error && <Bones rows={4} />}
      {known && <Paper {...known} />}
      {lifting.value && (
        <ConfirmDialog
          title={t('certificate.lift-title')}
          action={t('certificate.lift-action')}
          onConfirm={() => lift(id)}
          onClose={() => {
            lifting.value = false;
          }}
        >
          {t('certificate.lift-text')}
        </ConfirmDialog>
      )}
    </>
  );
}
