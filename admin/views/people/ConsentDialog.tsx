import { useMemo } from 'preact/hooks';
import { CONSENT_STATES, PURPOSE_DEFAULT } from '../../../contract/consented.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { purposeName } from '../../format/purpose.ts';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { recordConsent } from '../../models/privacy.ts';
import { session } from '../../models/session.ts';

const FIELDS = ['purpose', 'state', 'evidence'] as const;

interface ConsentDialogProps {
  contact: string;
  /** The purpose whose consent is taken back; without it, anything may be recorded. */
  withdraws?: string;
  onClose: () => void;
}

function WhatWasSaid({ faults }: { faults: ReturnType<typeof createFaults> }) {
  const purposes = session.value?.settings.purposes ?? [];
  return (
    <>
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
    </>
  );
}

/** Writes down that somebody gave a consent, or took one back. */
export function ConsentDialog({ contact, withdraws, onClose }: ConsentDialogProps) {
  const faults = useMemo(() => createFaults(FIELDS), []);
  const title =
    withdraws === undefined ? t('consent.add') : t('consent.withdraw-title', { name: purposeName(withdraws) });
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        class="form"
        faults={faults}
        onSubmit={async (form) => {
          const evidence = formText(form, 'evidence');
          const isWithdrawn = withdraws !== undefined || formText(form, 'state') === 'withdrawn';
          const consent = {
            purpose: withdraws ?? formText(form, 'purpose'),
            state: isWithdrawn ? 'withdrawn' : 'given',
            ...(evidence ? { evidence } : {}),
          } as const;
          if (await recordConsent(contact, consent, faults)) onClose();
        }}
        actions={(busy) => (
          <div class="dialog-actions">
            <button type="button" class="button" onClick={onClose}>
              {t('cancel')}
            </button>
            <button type="submit" class="button" data-kind="primary" disabled={busy}>
              {t(withdraws === undefined ? 'save' : 'consent.withdraw')}
            </button>
          </div>
        )}
      >
        {withdraws === undefined ? (
          <WhatWasSaid faults={faults} />
        ) : (
          <p class="soft">{t(withdraws === PURPOSE_DEFAULT ? 'consent.withdraw-asking' : 'consent.withdraw-record')}</p>
        )}
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
