import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { keepMine, readDraft, saveState } from '../../models/survey-editor.ts';

/** Somebody else saved this survey meanwhile: a choice, in which nothing is lost. */
export function Conflict() {
  if (saveState.value !== 'conflict') return null;
  return (
    <div class="banner" role="alert">
      <Icon name="triangle-alert" />
      <span>{t('builder.conflict')}</span>
      <button type="button" class="button push" data-size="small" onClick={readDraft}>
        {t('builder.take-theirs')}
      </button>
      <button type="button" class="button" data-size="small" onClick={keepMine}>
        {t('builder.keep-mine')}
      </button>
    </div>
  );
}
