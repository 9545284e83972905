import { useMemo } from 'preact/hooks';
import { CONFLICT_POLICIES, type ConflictPolicy } from '../../../contract/connected.ts';
import type { Connection, ConnectionEdit } from '../../../contract/connection.ts';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { t } from '../../messages/translate.ts';
import { saveConnection } from '../../models/connections.ts';
import { createFaults } from '../../models/faults.ts';
import { CredentialFields, readConsumer, readToken } from './CredentialFields.tsx';

/** What a connection is called, where and by what it is reached, and who wins. */
export function OptionsForm({ connection }: { connection: Connection }) {
  const faults = useMemo(() => createFaults(['name', 'host', 'credentials']), []);
  const { id, system } = connection;
  const wrong = faults.fields.value;
  const read = (form: FormData): ConnectionEdit => {
    const credentials = system === 'hubspot' ? readToken(form) : readConsumer(form);
    const host = formText(form, 'host');
    return {
      name: formText(form, 'name'),
      writeBack: form.get('writeBack') === 'on',
      conflict: formText(form, 'conflict') as ConflictPolicy,
      ...(host && host !== connection.host ? { host } : {}),
      ...(credentials ? { credentials } : {}),
    };
  };
  return (
    <Form
      class="connection-section"
      faults={faults}
      onSubmit={async (form) => {
        await saveConnection(id, read(form), faults, 'connection.saved');
      }}
      actions={(busy) => (
        <div>
          <button type="submit" class="button" data-kind="primary" disabled={busy}>
            {t('save')}
          </button>
        </div>
      )}
    >
      <h2 class="title">{t('connection.settings')}</h2>
      <Field label={t('connection.name')} error={wrong['name']}>
        {(tied) => (
          <input class="input" name="name" required maxLength={200} defaultValue={connection.name} {...tied} />
        )}
      </Field>
      <label class="switch-row">
        <input type="checkbox" class="switch" name="writeBack" defaultChecked={connection.writeBack} />
        <span>
          {t('connection.write-back')}
          <span class="faint small switch-hint">{t('connection.write-back-hint')}</span>
        </span>
      </label>
      <Field label={t('connection.conflict')}>
        {(tied) => (
          <select class="input" name="conflict" defaultValue={connection.conflict} {...tied}>
            {CONFLICT_POLICIES.map((one) => (
              <option key={one} value={one} selected={one === connection.conflict}>
                {t(`connection.conflict-${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {system === 'salesforce' && (
        <Field label={t('connection.host')} hint={t('connection.host-hint')} error={wrong['host']}>
          {(tied) => (
            <input class="input" type="url" name="host" required dir="ltr" defaultValue={connection.host} {...tied} />
          )}
        </Field>
      )}
      <details class="more">
        <summary>
          {t('connection.credentials')} · {t('connection.replace')}
        </summary>
        <div class="form">
          <CredentialFields system={system} optional wrong={wrong['credentials']} />
        </div>
      </details>
    </Form>
  );
}
