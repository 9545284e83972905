import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ApiKey } from '../../../contract/apiKey.ts';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { formatDate } from '../../format/date.ts';
import { t } from '../../messages/translate.ts';
import { apiKeys, freshApiKey, loadApiKeys, revokeApiKey } from '../../models/api-keys.ts';
import { isAdmin, may } from '../../models/session.ts';
import { SettingsTabs } from '../settings/SettingsTabs.tsx';
import { KeyDialog, NewKey } from './NewKey.tsx';
import './keys.css';

interface RowProps {
  apiKey: ApiKey;
  onRevoke: () => void;
}

function Row({ apiKey: { name, role, by, createdAt, lastUsedAt }, onRevoke }: RowProps) {
  return (
    <li class="api-key">
      <div>
        <p>
          <bdi class="strong">{name}</bdi> <span class="chip">{t(`role.${role}`)}</span>
        </p>
        <p class="faint small">
          {by === null ? t('keys.by-setup') : t('keys.by', { name: by })} · {formatDate(createdAt)} ·{' '}
          {lastUsedAt === null ? t('keys.unused') : t('keys.used', { when: formatDate(lastUsedAt) })}
        </p>
      </div>
      {may('owner') && (
        <button
          type="button"
          class="button"
          data-kind="quiet"
          data-shape="square"
          aria-label={t('keys.revoke', { name })}
          title={t('keys.revoke', { name })}
          onClick={onRevoke}
        >
          <Icon name="x" />
        </button>
      )}
    </li>
  );
}

function AddButton({ onAdd }: { onAdd: () => void }) {
  return (
    <button type="button" class="button" data-kind="primary" onClick={onAdd}>
      <Icon name="plus" />
      {t('keys.add')}
    </button>
  );
}

/** The keys that programs call with. */
export function Keys() {
  const adding = useSignal(false);
  const leaving = useSignal<ApiKey | null>(null);
  const admin = isAdmin.value;
  useEffect(() => {
    if (admin) void loadApiKeys();
  }, [admin]);
  const all = apiKeys.data.value;
  const error = apiKeys.error.value;
  const add = () => {
    adding.value = true;
  };
  const going = leaving.value;
  return (
    <>
      <PageHeader title={t('nav.keys')}>
        {may('owner') && (all?.length ?? 0) > 0 && <AddButton onAdd={add} />}
      </PageHeader>
      <SettingsTabs />
      {!admin && <Empty title={t('keys.admin-only')} text={t('keys.admin-only-hint')} />}
      {admin && error && !all && <Broken error={error} onRetry={loadApiKeys} />}
      {admin && !all && !error && <Bones rows={3} />}
      {admin && all?.length === 0 && (
        <Empty title={t('keys.none')} text={t('keys.none-hint')}>
          {may('owner') && <AddButton onAdd={add} />}
        </Empty>
      )}
      {admin && all && all.length > 0 && (
        <section class="api-keys">
          <p class="soft">{t('keys.hint')}</p>
          <ul>
            {all.map((one) => (
              <Row
                key={one.id}
                apiKey={one}
                onRevoke={() => {
                  leaving.value = one;
                }}
              />
            ))}
          </ul>
        </section>
      )}
      {adding.value && (
        <NewKey
          onClose={() => {
            adding.value = false;
          }}
        />
      )}
      {freshApiKey.value !== null && <KeyDialog apiKey={freshApiKey.value} />}
      {going && (
        <ConfirmDialog
          title={t('keys.revoke-title', { name: going.name })}
          action={t('keys.revoke-action')}
          onConfirm={() => revokeApiKey(going.id)}
          onClose={() => {
            leaving.value = null;
          }}
        >
          {t('keys.revoke-text')}
        </ConfirmDialog>
      )}
    </>
  );
}
