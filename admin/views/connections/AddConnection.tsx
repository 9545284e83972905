import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { CONNECTED_SYSTEMS, type ConnectedSystem } from '../../../contract/connected.ts';
import type { ConnectionCreate } from '../../../contract/connection.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { systemName } from '../../format/system.ts';
import { t } from '../../messages/translate.ts';
import { addConnection } from '../../models/connections.ts';
import { createFaults } from '../../models/faults.ts';
import { CredentialFields, readConsumer, readToken } from './CredentialFields.tsx';

interface AddConnectionProps {
  onClose: () => void;
}

function read(form: FormData, system: ConnectedSystem): ConnectionCreate {
  const name = formText(form, 'name') || systemName(system);
  const host = formText(form, 'host');
  if (system === 'hubspot') {
    return { system, name, credentials: readToken(form) ?? { token: '' }, ...(host ? { host } : {}) };
  }
  return { system, name, host, credentials: readConsumer(form) ?? { consumerKey: '', consumerSecret: '' } };
}

/** Connects a system: which, where, by what. It is tried at once. */
export function AddConnection({ onClose }: AddConnectionProps) {
  const faults = useMemo(() => createFaults(['name', 'host', 'credentials']), []);
  const system = useSignal<ConnectedSystem>('hubspot');
  const wrong = faults.fields.value;
  return (
    <Dialog title={t('connection.add')} onClose={onClose}>
      <Form
        class="form"
        faults={faults}
        onSubmit={async (form) => {
          if (await addConnection(read(form, system.value), faults)) onClose();
        }}
        actions={(busy) => (
          <div class="dialog-actions">
            <button type="button" class="button" onClick={onClose}>
              {t('cancel')}
            </button>
            <button type="submit" class="button" data-kind="primary" disabled={busy}>
              {t('connection.create')}
            </button>
          </div>
        )}
      >
        <fieldset class="segments">
          <legend class="visually-hidden">{t('connection.system')}</legend>
          {CONNECTED_SYSTEMS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="system"
                value={one}
                checked={system.value === one}
                onChange={() => {
                  system.value = one;
                }}
              />
              {systemName(one)}
            </label>
          ))}
        </fieldset>
        <Field label={t('connection.name')} hint={t('connection.name-hint')} error={wrong['name']} optional>
          {(tied) => <input class="input" name="name" maxLength={200} {...tied} />}
        </Field>
        {system.value === 'salesforce' && (
          <Field label={t('connection.host')} hint={t('connection.host-hint')} error={wrong['host']}>
            {(tied) => <input class="input" type="url" name="host" required dir="ltr" {...tied} />}
          </Field>
        )}
        <CredentialFields key={system.value} system={system.value} wrong={wrong['credentials']} />
        {system.value === 'hubspot' && <p class="faint small">{t('connection.kept-sealed')}</p>}
      </Form>
    </Dialog>
  );
}
