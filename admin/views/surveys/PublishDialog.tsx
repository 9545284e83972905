import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { surveyOf } from '../../models/survey-list.ts';
import { check, loadCheck, publish, publishError } from '../../models/survey-publish.ts';
import { Changes } from './Changes.tsx';
import { Estimate } from './Estimate.tsx';
import { Problems } from './Problems.tsx';

interface PublishDialogProps {
  id: string;
  onClose: () => void;
}

/** What is wrong, what changes, whom it would have asked; then it is live. */
export function PublishDialog({ id, onClose }: PublishDialogProps) {
  const busy = useSignal(false);
  const done = useSignal<number | null>(null);
  useEffect(() => {
    publishError.value = null;
    void loadCheck(id);
  }, [id]);
  const survey = surveyOf(id);
  const found = check.data.value;
  const error = check.error.value;
  if (done.value !== null)
    return (
      <Dialog title={t('builder.published', { version: done.value })} onClose={onClose}>
        <p class="row soft" role="status">
          <Icon name="check" />
          {t('builder.published-text')}
        </p>
        <div class="dialog-actions">
          <button type="button" class="button" data-kind="primary" onClick={onClose}>
            {t('builder.done')}
          </button>
        </div>
      </Dialog>
    );
  const isBlocked = !found || check.loading.value || found.problems.some(({ severity }) => severity === 'error');
  const isSame = survey?.status === 'live' && found?.changes.length === 0;
  return (
    <Dialog title={t('builder.publish-title')} size="wide" onClose={onClose}>
      {error && !found && <Broken error={error} onRetry={() => loadCheck(id)} />}
      {!found && !error && <Bones rows={3} />}
      {found && (
        <div class="publish-facts">
          <Problems problems={found.problems} onFollow={onClose} />
          {survey && survey.version > 0 && (
            <section>
              <h3 class="strong">{t('builder.changes', { version: survey.version })}</h3>
              {found.changes.length > 0 ? (
                <Changes changes={found.changes} />
              ) : (
                <p class="soft">{t('builder.changes-none')}</p>
              )}
            </section>
          )}
          <section>
            <h3 class="strong">{t('builder.estimate-title')}</h3>
            <Estimate estimate={found.estimate} />
          </section>
          {survey?.status === 'paused' && <p class="soft">{t('builder.publish-resumes')}</p>}
        </div>
      )}
      <div class="form-foot">
        <div role="alert">
          {publishError.value && (
            <p class="form-error">
              <Icon name="triangle-alert" />
              {publishError.value}
            </p>
          )}
        </div>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button
            type="button"
            class="button"
            data-kind="primary"
            disabled={isBlocked || isSame || busy.value}
            onClick={async () => {
              busy.value = true;
              done.value = await publish(id);
              busy.value = false;
            }}
          >
            <Icon name="send" />
            {t('builder.publish-version', { version: (survey?.version ?? 0) + 1 })}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
