import { directionOf } from '../../../contract/locale.ts';
import type { SurveyDefinition } from '../../../contract/survey.ts';
import { languageName } from '../../format/language.ts';
import { t } from '../../messages/translate.ts';
import { workspaceSettings } from '../../models/regional.ts';
import { isAdmin } from '../../models/session.ts';
import { edit } from '../../models/survey-editor.ts';
import { isMissingIn, type SurveyText, textsIn } from '../../models/survey-texts.ts';
import { questionName } from './questionName.ts';
import { withWords } from './WordsField.tsx';
import './languages.css';

interface LanguagesProps {
  survey: SurveyDefinition;
}

function partText({ part }: SurveyText): string {
  if (part === 'option') return t('builder.part-option');
  if (part === 'tab') return t('builder.moment-tab');
  return t(`builder.${part}`);
}

function Cell({ text, locale }: { text: SurveyText; locale: string }) {
  const { key, words } = text;
  const isMissing = isMissingIn(text, locale);
  return (
    <td>
      <textarea
        class="input translation"
        rows={1}
        lang={locale}
        dir={directionOf(locale)}
        maxLength={500}
        aria-label={t('builder.translation', {
          text: text.question === undefined ? partText(text) : `${questionName(text.question)}, ${partText(text)}`,
          language: languageName(locale),
        })}
        aria-invalid={isMissing ? 'true' : undefined}
        data-key={`${key}.${locale}`}
        value={words[locale] ?? ''}
        placeholder={isMissing ? t('builder.missing') : undefined}
        onInput={(event) => {
          const value = event.currentTarget.value;
          edit((now) => {
            const current = textsIn(now).find((one) => one.key === key);
            if (!current) return now;
            // An optional text is not taken away under the hands of who empties it to write it anew.
            return current.write(now, withWords(current.words, locale, value) ?? {});
          }, `${key}.${locale}`);
        }}
      />
    </td>
  );
}

function Chooser({ survey }: LanguagesProps) {
  const { locales } = survey;
  const all = [...new Set([...locales, ...(workspaceSettings.value?.languages ?? [])])];
  return (
    <section class="builder-row form">
      <fieldset class="field">
        <legend class="field-name">{t('builder.spoken')}</legend>
        <div class="row boxes" data-wrap>
          {all.map((locale) => {
            const isOn = locales.includes(locale);
            return (
              <label key={locale} class="row">
                <input
                  type="checkbox"
                  class="checkbox"
                  checked={isOn}
                  disabled={isOn && locales.length === 1}
                  onChange={(event) => {
                    const next = event.currentTarget.checked
                      ? [...locales, locale]
                      : locales.filter((one) => one !== locale);
                    edit((now) => ({ ...now, locales: next }));
                  }}
                />
                <bdi lang={locale}>{languageName(locale)}</bdi>
              </label>
            );
          })}
        </div>
        <span class="field-hint">
          {t('builder.spoken-hint')}{' '}
          <a class="underlined" href="/settings">
            {t('builder.to-settings')}
          </a>
        </span>
      </fieldset>
      {locales.length > 1 && (
        <label class="field">
          <span class="field-name">{t('builder.fallback')}</span>
          <select
            class="input locale-select"
            onChange={(event) => {
              const first = event.currentTarget.value;
              edit((now) => ({ ...now, locales: [first, ...now.locales.filter((one) => one !== first)] }));
            }}
          >
            {locales.map((locale, place) => (
              <option key={locale} value={locale} lang={locale} selected={place === 0}>
                {languageName(locale)}
              </option>
            ))}
          </select>
        </label>
      )}
    </section>
  );
}

/** Every text in every language, side by side. */
export function Languages({ survey }: LanguagesProps) {
  const { locales } = survey;
  const texts = textsIn(survey);
  return (
    <fieldset class="builder-form" disabled={!isAdmin.value}>
      <Chooser survey={survey} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section class="translations" tabIndex={0} aria-label={t('builder.translations')}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="visually-hidden">
                {t('builder.translated')}
              </th>
              {locales.map((locale) => {
                const missing = texts.filter((text) => isMissingIn(text, locale)).length;
                return (
                  <th key={locale} scope="col">
                    <bdi class="strong" lang={locale}>
                      {languageName(locale)}
                    </bdi>{' '}
                    <span class={missing > 0 ? 'alert small' : 'faint small'}>
                      {missing > 0 ? t('builder.missing-count', { n: missing }) : t('builder.complete')}
                    </span>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {texts.map((text, row) => (
              <tr key={text.key} data-first={text.question !== texts[row - 1]?.question ? '' : undefined}>
                <th scope="row">
                  {text.part === 'text' && text.question !== undefined ? (
                    <span class="strong">{t(`builder.kind-${kindOf(survey, text.question)}`)}</span>
                  ) : (
                    <span class="faint">{partText(text)}</span>
                  )}
                </th>
                {locales.map((locale) => (
                  <Cell key={locale} text={text} locale={locale} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </fieldset>
  );
}

function kindOf({ questions }: SurveyDefinition, id: string) {
  return questions.find((question) => question.id === id)?.type ?? 'message';
}
