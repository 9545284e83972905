import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { isAdmin } from '../../models/session.ts';
import { saveError, saveNow, saveState } from '../../models/survey-editor.ts';

/** Whether the server has what is shown. */
export function SaveMark() {
  if (!isAdmin.value) return null;
  const state = saveState.value;
  if (state === 'failed' || state === 'conflict')
    return (
      <span class="save-mark alert" role="status" title={saveError.value ?? undefined}>
        <Icon name="cloud-off" size="small" />
        <span class="clip">{t('builder.not-saved')}</span>
        {state === 'failed' && (
          <button type="button" class="underlined" onClick={saveNow}>
            {t('error.retry')}
          </button>
        )}
      </span>
    );
  return (
    // Not said aloud: it would be at every change.
    <span class="save-mark faint">
      {state === 'saved' ? (
        <>
          <Icon name="check" size="small" />
          <span class="save-word">{t('builder.saved')}</span>
        </>
      ) : (
        <span class="save-word">{t('builder.saving')}</span>
      )}
    </span>
  );
}
