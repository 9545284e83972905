import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Consent } from '../../../contract/consent.ts';
import { endOfAsking, PURPOSE_DEFAULT } from '../../../contract/consented.ts';
import { Ago } from '../../components/Ago.tsx';
import { Icon } from '../../components/Icon.tsx';
import { formatDate } from '../../format/date.ts';
import { purposeName } from '../../format/purpose.ts';
import { t } from '../../messages/translate.ts';
import { consents, loadConsents } from '../../models/privacy.ts';
import { may } from '../../models/session.ts';
import { ConsentDialog } from './ConsentDialog.tsx';

function sourceOf({ source, by }: Consent): string {
  return source === 'admin' ? t('consent.source-admin', { name: by }) : t(`consent.source-${source}`);
}

/** What was said: a box left open in an answer takes nothing back that was never given. */
function stateOf({ state, source }: Consent): string {
  return t(state === 'withdrawn' && source === 'survey' ? 'consent.refused' : `consent.${state}`);
}

/** Who wrote it down and when they said so, and what shows it. */
function Proof({ consent }: { consent: Consent }) {
  return (
    <>
      <p class="faint small">
        {sourceOf(consent)} · <Ago at={consent.at} />
      </p>
      {consent.evidence && (
        <p class="soft small" dir="auto">
          {consent.evidence}
        </p>
      )}
    </>
  );
}

interface PurposeProps {
  /** The record that holds. */
  consent: Consent;
  /** Those before it, newest first. */
  earlier: readonly Consent[];
  onWithdraw: () => void;
}

function Purpose({ consent, earlier, onWithdraw }: PurposeProps) {
  const name = purposeName(consent.purpose);
  return (
    <li class="consent" data-state={consent.state}>
      <Icon name={consent.state === 'given' ? 'check' : 'x'} />
      <div>
        <p>
          <bdi class="strong">{name}</bdi> · {stateOf(consent)}
        </p>
        <Proof consent={consent} />
        {earlier.length > 0 && (
          <details class="more">
            <summary class="small">{t('consent.earlier', { n: earlier.length })}</summary>
            <ul class="consents-earlier">
              {earlier.map((record) => (
                <li key={record.id}>
                  <p class="small">{stateOf(record)}</p>
                  <Proof consent={record} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {consent.state === 'given' && may('agent') && (
        <button
          type="button"
          class="button"
          data-size="small"
          aria-label={t('consent.withdraw-of', { name })}
          onClick={onWithdraw}
        >
          {t('consent.withdraw')}
        </button>
      )}
    </li>
  );
}

/** What a person consented to: the record that holds of each purpose, those before it, and what follows from them. */
export function PersonConsents({ contact }: { contact: string }) {
  const writing = useSignal<{ withdraws?: string } | null>(null);
  useEffect(() => {
    consents.clear();
    void loadConsents(contact);
  }, [contact]);
  const known = consents.data.value;
  if (!known) return null;
  const end = endOfAsking(known);
  return (
    <section>
      <div class="panel-head">
        <h3 class="title">{t('consent.title')}</h3>
        {may('agent') && (
          <button
            type="button"
            class="button push"
            data-kind="quiet"
            data-shape="square"
            aria-label={t('consent.add')}
            title={t('consent.add')}
            onClick={() => {
              writing.value = {};
            }}
          >
            <Icon name="plus" />
          </button>
        )}
      </div>
      {end && (
        <p class="consent-end">
          <Icon name="eye-off" />
          {t('consent.not-asked', { date: formatDate(end.at) })}
        </p>
      )}
      {known.length === 0 && <p class="faint">{t('consent.none')}</p>}
      <ul class="consents">
        {known
          .filter(({ holds }) => holds)
          .map((consent) => (
            <Purpose
              key={consent.id}
              consent={consent}
              earlier={known.filter(({ purpose, id }) => purpose === consent.purpose && id !== consent.id)}
              onWithdraw={() => {
                writing.value = { withdraws: consent.purpose };
              }}
            />
          ))}
      </ul>
      <p class="faint small">{t('consent.effect', { name: purposeName(PURPOSE_DEFAULT) })}</p>
      {writing.value && (
        <ConsentDialog
          contact={contact}
          {...writing.value}
          onClose={() => {
            writing.value = null;
          }}
        />
      )}
    </section>
  );
}
