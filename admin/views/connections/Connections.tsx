import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Connection } from '../../../contract/connection.ts';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { systemName } from '../../format/system.ts';
import { t } from '../../messages/translate.ts';
import { connection, connections, isReading, loadConnections } from '../../models/connections.ts';
import { hrefWith } from '../../models/location.ts';
import { isAdmin } from '../../models/session.ts';
import { SettingsTabs } from '../settings/SettingsTabs.tsx';
import { AddConnection } from './AddConnection.tsx';
import { ConnectionPane } from './ConnectionPane.tsx';
import { StatusWord } from './StatusWord.tsx';
import './connections.css';

/** How often growing figures are read, while they grow. */
const WHILE_READING = 2_000;

function List({ all }: { all: Connection[] }) {
  return (
    <nav class="connection-list" aria-label={t('nav.connections')}>
      {all.map((one) => (
        <a
          key={one.id}
          class="connection-link"
          href={hrefWith({ connection: one.id })}
          aria-current={connection.value?.id === one.id ? 'true' : undefined}
        >
          <bdi class="strong clip">{one.name}</bdi>
          <span class="faint small clip">{systemName(one.system)}</span>
          <StatusWord connection={one} />
        </a>
      ))}
    </nav>
  );
}

function Known({ all, onAdd }: { all: Connection[]; onAdd: () => void }) {
  const shown = connection.value;
  if (!shown) {
    return (
      <Empty title={t('connection.none')} text={t('connection.none-hint')} art>
        <button type="button" class="button" data-kind="primary" onClick={onAdd}>
          <Icon name="plus" />
          {t('connection.add')}
        </button>
      </Empty>
    );
  }
  return (
    <div class="connections">
      <List all={all} />
      <ConnectionPane key={shown.id} connection={shown} />
    </div>
  );
}

/** The customer systems that people come from and answers go to. */
export function Connections() {
  const adding = useSignal(false);
  const admin = isAdmin.value;
  useEffect(() => {
    if (admin) void loadConnections();
  }, [admin]);
  const reading = isReading.value;
  useEffect(() => {
    if (!reading) return undefined;
    const timer = setInterval(() => void loadConnections(), WHILE_READING);
    return () => clearInterval(timer);
  }, [reading]);
  const all = connections.data.value;
  const error = connections.error.value;
  const add = () => {
    adding.value = true;
  };
  return (
    <>
      <PageHeader title={t('nav.connections')}>
        {admin && (all?.length ?? 0) > 0 && (
          <button type="button" class="button" data-kind="primary" onClick={add}>
            <Icon name="plus" />
            {t('connection.add')}
          </button>
        )}
      </PageHeader>
      <SettingsTabs />
      {!admin && <Empty title={t('connection.admin-only')} text={t('connection.admin-only-hint')} />}
      {admin && error && !all && <Broken error={error} onRetry={loadConnections} />}
      {admin && !all && !error && <Bones rows={3} />}
      {admin && all && <Known all={all} onAdd={add} />}
      {adding.value && (
        <AddConnection
          onClose={() => {
            adding.value = false;
          }}
        />
      )}
    </>
  );
}
