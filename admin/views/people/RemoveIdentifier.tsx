import { useEffect } from 'preact/hooks';
import type { IdentifierNew } from '../../../contract/contact.ts';
import { Ago } from '../../components/Ago.tsx';
import { Answer } from '../../components/Answer.tsx';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { t } from '../../messages/translate.ts';
import { loadResting, removeIdentifier, restingAnswers } from '../../models/person.ts';
import { surveyName } from '../../models/reference.ts';

interface RemoveIdentifierProps {
  identifier: IdentifierNew;
  onClose: () => void;
}

/** Asks once more before an identifier is taken away, and says which answers that unties. */
export function RemoveIdentifier({ identifier, onClose }: RemoveIdentifierProps) {
  const { kind, system, value } = identifier;
  useEffect(() => {
    void loadResting(identifier);
  }, [kind, system, value]);
  const known = restingAnswers.data.value;
  const error = restingAnswers.error.value;
  return (
    <Dialog title={t('identifier.remove-title', { value })} onClose={onClose}>
      <p class="soft">{t('identifier.remove-text')}</p>
      {error && !known && <Broken error={error} onRetry={() => loadResting(identifier)} />}
      {!known && !error && <Bones rows={1} />}
      <div role="status">
        {known && (
          <p>{known.total === 0 ? t('identifier.resting-none') : t('identifier.resting', { n: known.total })}</p>
        )}
      </div>
      {known && known.total > 0 && (
        <ul class="resting">
          {known.responses.map(({ id, survey, metric, score, emotion, receivedAt }) => (
            <li key={id}>
              <a class="underlined" href={`/responses/${id}`}>
                <bdi>{surveyName(survey)}</bdi>
              </a>
              <Ago class="faint small" at={receivedAt} />
              <Answer metric={metric} score={score} emotion={emotion} />
            </li>
          ))}
          {known.total > known.responses.length && (
            <li class="faint">{t('identifier.resting-more', { n: known.total - known.responses.length })}</li>
          )}
        </ul>
      )}
      <div class="dialog-actions">
        <button type="button" class="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button
          type="button"
          class="button"
          data-kind="danger"
          disabled={!known}
          onClick={async () => {
            await removeIdentifier(identifier);
            onClose();
          }}
        >
          {t('identifier.remove-action')}
        </button>
      </div>
    </Dialog>
  );
}
