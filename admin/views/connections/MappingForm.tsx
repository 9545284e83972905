import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { RECORD_KINDS } from '../../../contract/connected.ts';
import type { Connection } from '../../../contract/connection.ts';
import { Form } from '../../components/Form.tsx';
import { t } from '../../messages/translate.ts';
import { connectionFields, loadConnectionFields, saveConnection } from '../../models/connections.ts';
import { createFaults } from '../../models/faults.ts';
import { MappingTable } from './MappingTable.tsx';

/** Which of their fields becomes what. */
export function MappingForm({ connection }: { connection: Connection }) {
  const faults = useMemo(() => createFaults([]), []);
  const mapping = useSignal(connection.mapping);
  const { id } = connection;
  useEffect(() => {
    void loadConnectionFields(id);
  }, [id]);
  const fields = connectionFields.data.value;
  return (
    <Form
      class="connection-section"
      faults={faults}
      onSubmit={async () => {
        await saveConnection(id, { mapping: mapping.value }, faults, 'connection.mapping-saved');
      }}
      actions={(busy) => (
        <div>
          <button type="submit" class="button" data-kind="primary" disabled={busy}>
            {t('save')}
          </button>
        </div>
      )}
    >
      <h2 class="title">{t('connection.mapping')}</h2>
      {connectionFields.error.value && <p class="faint small">{t('connection.fields-unknown')}</p>}
      {RECORD_KINDS.map((kind) => (
        <MappingTable
          key={kind}
          kind={kind}
          mapping={mapping.value[kind]}
          fields={fields?.[kind] ?? null}
          onChange={(changed) => {
            mapping.value = { ...mapping.value, [kind]: changed };
          }}
        />
      ))}
    </Form>
  );
}
