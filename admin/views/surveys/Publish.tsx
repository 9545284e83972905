import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Ago } from '../../components/Ago.tsx';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { formatDateTime } from '../../format/date.ts';
import { t } from '../../messages/translate.ts';
import { isAdmin } from '../../models/session.ts';
import { definition, saveState } from '../../models/survey-editor.ts';
import { surveyOf } from '../../models/survey-list.ts';
import { check, discard, loadCheck, loadVersions, versions } from '../../models/survey-publish.ts';
import { Changes } from './Changes.tsx';
import { Estimate } from './Estimate.tsx';
import { Problems } from './Problems.tsx';

interface PublishProps {
  id: string;
}

function Discard({ id }: PublishProps) {
  const isAsking = useSignal(false);
  const close = () => {
    isAsking.value = false;
  };
  return (
    <>
      <button
        type="button"
        class="button"
        data-size="small"
        onClick={() => {
          isAsking.value = true;
        }}
      >
        {t('builder.discard')}
      </button>
      {isAsking.value && (
        <ConfirmDialog
          title={t('builder.discard-title')}
          action={t('builder.discard')}
          onConfirm={() => discard(id)}
          onClose={close}
        >
          {t('builder.discard-text')}
        </ConfirmDialog>
      )}
    </>
  );
}

function History() {
  const all = versions.data.value;
  if (!all || all.length === 0) return <p class="soft">{t('survey.never-published')}</p>;
  return (
    <ol>
      {all.map(({ version, publishedAt, changes }) => (
        <li key={version} class="version">
          <p class="row" data-align="baseline">
            <span class="strong">{t('survey.version', { version })}</span>
            <span class="faint small">{formatDateTime(publishedAt)}</span>
            <Ago at={publishedAt} class="faint small push" />
          </p>
          {changes.length > 0 ? <Changes changes={changes} /> : <p class="faint">{t('builder.first-version')}</p>}
        </li>
      ))}
    </ol>
  );
}

/** Whether the draft can be published, what that changes, and what was published before. */
export function Publish({ id }: PublishProps) {
  const survey = definition.value;
  const isSaved = saveState.value === 'saved';
  useEffect(() => {
    void loadVersions(id);
  }, [id]);
  useEffect(() => {
    if (isSaved) void loadCheck(id);
  }, [id, isSaved, survey]);
  const found = check.data.value;
  const error = check.error.value;
  const facts = surveyOf(id);
  return (
    <>
      <section class="builder-row publish-facts">
        <h2 class="title">{t('builder.check-title')}</h2>
        {error && !found && <Broken error={error} onRetry={() => loadCheck(id)} />}
        {!found && !error && <Bones rows={3} />}
        {found && <Problems problems={found.problems} />}
      </section>
      {found && facts && facts.version > 0 && (
        <section class="builder-row publish-facts">
          <div class="panel-head">
            <h2 class="title">{t('builder.changes', { version: facts.version })}</h2>
            <span class="push" />
            {isAdmin.value && found.changes.length > 0 && <Discard id={id} />}
          </div>
          {found.changes.length > 0 ? (
            <Changes changes={found.changes} />
          ) : (
            <p class="soft">{t('builder.changes-none')}</p>
          )}
        </section>
      )}
      {found && (
        <section class="builder-row publish-facts">
          <h2 class="title">{t('builder.estimate-title')}</h2>
          <Estimate estimate={found.estimate} />
        </section>
      )}
      <section class="builder-row publish-facts">
        <h2 class="title">{t('builder.history')}</h2>
        <History />
      </section>
    </>
  );
}
