import type { SurveyDefinition } from '../../../contract/survey.ts';
import { languageName } from '../../format/language.ts';
import { t } from '../../messages/translate.ts';
import { editedLocale, editIn } from '../../models/survey-editor.ts';

interface LocaleChoiceProps {
  survey: SurveyDefinition;
}

/** The language that is written in. */
export function LocaleChoice({ survey }: LocaleChoiceProps) {
  if (survey.locales.length < 2) return null;
  return (
    <label class="row locale-choice">
      <span class="faint small">{t('builder.written-in')}</span>
      <select class="input" onChange={(event) => editIn(event.currentTarget.value)}>
        {survey.locales.map((locale) => (
          <option key={locale} value={locale} selected={locale === editedLocale.value} lang={locale}>
            {languageName(locale)}
          </option>
        ))}
      </select>
    </label>
  );
}
