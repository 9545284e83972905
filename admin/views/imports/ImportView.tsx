import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ImportDetail } from '../../../contract/imports.ts';
import * as api from '../../api.ts';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Phrase } from '../../components/Phrase.tsx';
import { systemName } from '../../format/system.ts';
import { t } from '../../messages/translate.ts';
import { isMissing } from '../../models/attempt.ts';
import {
  cancelImport,
  deleteImport,
  followImport,
  importShown,
  isBusy,
  runImport,
  undoImport,
} from '../../models/imports.ts';
import { locale } from '../../models/regional.ts';
import { Columns } from './Columns.tsx';
import { Counts } from './Counts.tsx';
import './imports.css';
import { Rows } from './Rows.tsx';

function Actions({ shown }: { shown: ImportDetail }) {
  const asking = useSignal<'cancel' | 'undo' | null>(null);
  const close = () => {
    asking.value = null;
  };
  const ask = (what: 'cancel' | 'undo') => () => {
    asking.value = what;
  };
  const { refuse, noted } = shown.done ?? shown.planned ?? { refuse: 0, noted: 0 };
  const { status, undoable } = shown;
  return (
    <>
      {refuse + noted > 0 && (
        <a
          class="button"
          href={api.rowsToMendUrl(shown.id, locale.value)}
          download=""
          title={t('import.mend-file-hint')}
        >
          <Icon name="download" />
          {t('import.mend-file')}
        </a>
      )}
      {(status === 'planned' || (status === 'cancelled' && !undoable)) && (
        <button type="button" class="button" onClick={() => deleteImport(shown.id)}>
          {t('import.delete')}
        </button>
      )}
      {(status === 'running' || status === 'planning') && (
        <button type="button" class="button" onClick={ask('cancel')}>
          {t('import.cancel')}
        </button>
      )}
      {undoable && (
        <button type="button" class="button" data-undo="" onClick={ask('undo')}>
          <Icon name="undo-2" />
          {t('import.undo')}
        </button>
      )}
      {status === 'planned' && (
        <button type="button" class="button" data-kind="primary" onClick={() => runImport()}>
          {t('import.run')}
        </button>
      )}
      {asking.value === 'cancel' && (
        <ConfirmDialog
          title={t('import.cancel-title')}
          action={t('import.cancel')}
          harmless
          onConfirm={cancelImport}
          onClose={close}
        >
          {t('import.cancel-text')}
        </ConfirmDialog>
      )}
      {asking.value === 'undo' && undoable && (
        <ConfirmDialog title={t('import.undo-title')} action={t('import.undo')} onConfirm={undoImport} onClose={close}>
          {undoable.made > 0 && <Phrase text="import.undo-made" with={{ n: undoable.made }} />}{' '}
          {undoable.changed > 0 && <Phrase text="import.undo-changed" with={{ n: undoable.changed }} />}{' '}
          {t('import.undo-stays')}{' '}
          {undoable.answered > 0 && <Phrase text="import.undo-answered" with={{ n: undoable.answered }} />}
        </ConfirmDialog>
      )}
    </>
  );
}

function Undone({ undo }: { undo: NonNullable<ImportDetail['undo']> }) {
  const { removed, restored, parted, keptTotal, kept } = undo;
  return (
    <section class="import-part">
      <p class="soft">
        {[
          removed > 0 && t('import.undone-removed', { n: removed }),
          restored > 0 && t('import.undone-restored', { n: restored }),
          parted > 0 && t('import.undone-parted', { n: parted }),
          removed + restored + parted === 0 && t('import.undone-nothing'),
        ]
          .filter((sentence) => sentence !== false)
          .join(' ')}
      </p>
      {keptTotal > 0 && (
        <>
          <p>{t('import.kept', { n: keptTotal })}</p>
          <ul class="import-kept">
            {kept.map(({ id, name, why }) => (
              <li key={id}>
                <a class="underlined" href={`/people/${encodeURIComponent(id)}`}>
                  <bdi>{name || t('import.nameless')}</bdi>
                </a>{' '}
                <span class="faint">{t(`import.kept-${why}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** One file: what it is taken for, what would happen, what happened. */
export function ImportView({ id }: { id: string }) {
  useEffect(() => followImport(id), [id]);
  const shown = importShown.data.value;
  const error = importShown.error.value;
  const parent = { href: '/imports', name: t('import.title') };
  if (error && !shown) {
    return (
      <>
        <PageHeader title={t('import.title')} parent={parent} />
        {isMissing(error) ? (
          <Empty title={t('error.missing')} text={t('import.none-hint')} />
        ) : (
          <Broken error={error} onRetry={() => followImport(id)} />
        )}
      </>
    );
  }
  if (!shown || shown.id !== id) return <Bones />;
  const { progress, status } = shown;
  const isOpen = ['reading', 'planning', 'planned'].includes(status);
  return (
    <>
      <PageHeader title={shown.name || t('import.title')} parent={parent}>
        <Actions shown={shown} />
      </PageHeader>
      <div class="imports import-one">
        <section class="import-part import-head">
          <p>
            <span class="strong">{t(`import.status-${status}`)}</span> · {t('import.rows', { n: shown.rows })}
            {shown.preset && (
              <span class="soft"> · {t('import.recognised', { system: systemName(shown.preset) })}</span>
            )}
            {!shown.preset && isOpen && <span class="soft"> · {t('import.unrecognised')}</span>}
          </p>
          {isBusy(shown) && (
            <p class="import-progress">
              <progress
                max={Math.max(1, progress.of)}
                value={progress.done}
                aria-label={t(`import.status-${status}`)}
              />
              <span class="faint numeric">{t('import.progress', { done: progress.done, of: progress.of })}</span>
            </p>
          )}
        </section>
        {shown.undo && <Undone undo={shown.undo} />}
        <Counts shown={shown} />
        {status === 'planned' && <Columns key={shown.id} shown={shown} />}
        {!isBusy(shown) && (
          <section class="import-part import-rows">
            <Rows />
          </section>
        )}
      </div>
    </>
  );
}
