import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Consent } from '../../../contract/consent.ts';
import { CONSENT_STATES } from '../../../contract/consented.ts';
import { Ago } from '../../components/Ago.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { Icon } from '../../components/Icon.tsx';
import { purposeName } from '../../format/purpose.ts';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { consents, loadConsents, recordConsent } from '../../models/privacy.ts';
import { may, session } from '../../models/session.ts';

const FIELDS = ['purpose', 'state', 'evidence'] as const;

function sourceOf({ source, by }: Consent): string {
  return source === 'admin' ? t('consent.source-admin', { name: by }) : t(`consent.source-${source}`);
}

function AddConsent({ contact, onClose }: { contact: string; onClose: () => void }) {
  const faults = useMemo(() => createFaults(FIELDS), []);
  const purposes = session.value?.settings.purposes ?? [];
  return (
    <Dialog title={t('consent.add')} onClose={onClose}>
      <Form
        class="form"
        faults={faults}
        onSubmit={async (form) => {
          const evidence = formText(form, 'evidence');
          const state = formText(form, 'state') === 'withdrawn' ? 'withdrawn' : 'given';
          const consent = { purpose: formText(form, 'purpose'), state, ...(evidence ? { evidence } : {}) } as const;
          if (await recordConsent(contact, consent, faults)) onClose();
        }}
        actions={(busy) => (
          <div class="dialog-actions">
            <button type="button" class="button" onClick={onClose}>
              {t('cancel')}
            </button>
            <button type="submit" class="button" data-kind="primary" disabled={busy}>
              {t('save')}
            </button>
          </div>
        )}
      >
        <Field label={t('consent.purpose')} error={faults.fields.value['purpose']}>
          {(tied) => (
            <select class="input" name="purpose" {...tied}>
              {purposes.map(({ id }) => (
                <option key={id} value={id}>
                  {purposeName(id)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('consent.state')}>
          {(tied) => (
            <select class="input" name="state" {...tied}>
              {CONSENT_STATES.map((state) => (
                <option key={state} value={state}>
                  {t(`consent.${state}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={t('consent.evidence')}
          hint={t('consent.evidence-hint')}
          error={faults.fields.value['evidence']}
          optional
        >
          {(tied) => <textarea class="input" name="evidence" rows={3} maxLength={4_000} dir="auto" {...tied} />}
        </Field>
      </Form>
    </Dialog>
  );
}

/** What a person consented to: the record that holds of each purpose, and how many came before. */
export function PersonConsents({ contact }: { contact: string }) {
  const adding = useSignal(false);
  useEffect(() => {
    consents.clear();
    void loadConsents(contact);
  }, [contact]);
  const known = consents.data.value;
  if (!known) return null;
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
              adding.value = true;
            }}
          >
            <Icon name="plus" />
          </button>
        )}
      </div>
      {known.length === 0 && <p class="faint">{t('consent.none')}</p>}
      <ul class="consents">
        {known
          .filter(({ holds }) => holds)
          .map((consent) => {
            const earlier = known.filter(({ purpose }) => purpose === consent.purpose).length - 1;
            return (
              <li key={consent.id} class="consent" data-state={consent.state}>
                <Icon name={consent.state === 'given' ? 'check' : 'x'} />
                <div>
                  <p>
                    <bdi class="strong">{purposeName(consent.purpose)}</bdi> · {t(`consent.${consent.state}`)}
                  </p>
                  <p class="faint small">
                    {sourceOf(consent)} · <Ago at={consent.at} />
                    {earlier > 0 && ` · ${t('consent.earlier', { n: earlier })}`}
                  </p>
                  {consent.evidence && (
                    <p class="soft small" dir="auto">
                      {consent.evidence}
                    </p>
                  )}
                </div>
              </li>
            );
          })}
      </ul>
      {adding.value && (
        <AddConsent
          contact={contact}
          onClose={() => {
            adding.value = false;
          }}
        />
      )}
    </section>
  );
}
