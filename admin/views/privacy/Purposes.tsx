import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { PURPOSE_DEFAULT, PURPOSES_OWN } from '../../../contract/consented.ts';
import type { Settings } from '../../../contract/workspace.ts';
import { Broken } from '../../components/Broken.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { listGlue } from '../../format/listGlue.ts';
import { purposeName } from '../../format/purpose.ts';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { isAdmin } from '../../models/session.ts';
import { loadSettings, saveSettings, settings } from '../../models/settings.ts';
import { PurposeDialog } from './PurposeDialog.tsx';

type Purpose = Settings['purposes'][number];

/** As many as the contract takes. */
const PURPOSES_MAX = 40;

interface RowProps {
  purpose: Purpose;
  onEdit: () => void;
  onRemove: () => void;
}

function Row({ purpose: { id }, onEdit, onRemove }: RowProps) {
  const name = purposeName(id);
  const isOwn = PURPOSES_OWN.includes(id);
  return (
    <li class="purpose">
      <p>
        <bdi class="strong">{name}</bdi>{' '}
        <code class="faint small" dir="ltr">
          {id}
        </code>
      </p>
      {isAdmin.value && (
        <>
          <button
            type="button"
            class="button"
            data-kind="quiet"
            data-shape="square"
            aria-label={t('purposes.edit', { name })}
            title={t('purposes.edit', { name })}
            onClick={onEdit}
          >
            <Icon name="pencil" />
          </button>
          {!isOwn && (
            <button
              type="button"
              class="button"
              data-kind="quiet"
              data-shape="square"
              aria-label={t('purposes.remove', { name })}
              title={t('purposes.remove', { name })}
              onClick={onRemove}
            >
              <Icon name="x" />
            </button>
          )}
        </>
      )}
    </li>
  );
}

/** What people are asked to consent to. */
export function Purposes() {
  const editing = useSignal<Purpose | 'new' | null>(null);
  const removing = useSignal<Purpose | null>(null);
  useEffect(() => {
    void loadSettings();
  }, []);
  const purposes = settings.data.value?.purposes;
  const error = settings.error.value;
  if (error && !purposes) return <Broken error={error} onRetry={loadSettings} />;
  if (!purposes) return null;
  const chosen = editing.value;
  const leaving = removing.value;
  return (
    <section class="settings-section">
      <h2 class="title">{t('purposes.title')}</h2>
      <p class="faint small">
        {t('purposes.hint')} {t('purposes.own', { names: PURPOSES_OWN.map(purposeName).join(listGlue()) })}
      </p>
      <p class="faint small">{t('purposes.asking', { name: purposeName(PURPOSE_DEFAULT) })}</p>
      <ul>
        {purposes.map((purpose) => (
          <Row
            key={purpose.id}
            purpose={purpose}
            onEdit={() => {
              editing.value = purpose;
            }}
            onRemove={() => {
              removing.value = purpose;
            }}
          />
        ))}
      </ul>
      {isAdmin.value && purposes.length < PURPOSES_MAX && (
        <div>
          <button
            type="button"
            class="button"
            onClick={() => {
              editing.value = 'new';
            }}
          >
            <Icon name="plus" />
            {t('purposes.add')}
          </button>
        </div>
      )}
      {chosen && (
        <PurposeDialog
          purpose={chosen === 'new' ? null : chosen}
          purposes={purposes}
          onClose={() => {
            editing.value = null;
          }}
        />
      )}
      {leaving && (
        <ConfirmDialog
          title={t('purposes.remove-title', { name: purposeName(leaving.id) })}
          action={t('purposes.remove-action')}
          onConfirm={() => saveSettings({ purposes: purposes.filter(({ id }) => id !== leaving.id) }, createFaults([]))}
          onClose={() => {
            removing.value = null;
          }}
        >
          {t('purposes.remove-text')}
        </ConfirmDialog>
      )}
    </section>
  );
}
