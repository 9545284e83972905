import { useSignal } from '@preact/signals';
import { LOCALES } from '../../../contract/locale.ts';
import type { Settings } from '../../../contract/workspace.ts';
import { Field } from '../../components/Field.tsx';
import { formText } from '../../components/form-text.ts';
import { languageName } from '../../format/language.ts';
import { t } from '../../messages/translate.ts';
import { regional } from '../../models/regional.ts';
import { isAdmin } from '../../models/session.ts';
import { saveSettings } from '../../models/settings.ts';

interface WorkspaceFormProps {
  settings: Settings;
}

/** Countries whose phone numbers are read, as the browser's own list of regions names them. */
const COUNTRY = /^[A-Z]{2}$/;

function countryName(code: string): string {
  if (!COUNTRY.test(code)) return code;
  return new Intl.DisplayNames([regional.value.numbers], { type: 'region' }).of(code) ?? code;
}

function read(form: FormData): Partial<Settings> {
  const calendar = formText(form, 'calendar');
  return {
    name: formText(form, 'name'),
    timeZone: formText(form, 'timeZone'),
    calendar: calendar === 'persian' ? 'persian' : 'gregory',
    country: formText(form, 'country').toUpperCase(),
    languages: LOCALES.filter((locale) => form.getAll('languages').includes(locale)),
  };
}

/** The settings everybody in the workspace shares. */
export function WorkspaceForm({ settings }: WorkspaceFormProps) {
  const busy = useSignal(false);
  const country = useSignal(settings.country);
  const zones = Intl.supportedValuesOf('timeZone');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    busy.value = true;
    await saveSettings(read(new FormData(event.currentTarget)));
    busy.value = false;
  };
  return (
    <form class="settings-section" onSubmit={submit}>
      <h2 class="title">{t('settings.workspace')}</h2>
      <fieldset class="form" disabled={!isAdmin.value}>
        <Field label={t('settings.name')}>
          {(tied) => (
            <input
              class="input"
              name="name"
              required
              maxLength={200}
              defaultValue={settings.name}
              dir="auto"
              {...tied}
            />
          )}
        </Field>
        <Field label={t('settings.time-zone')}>
          {(tied) => (
            <select class="input" name="timeZone" {...tied}>
              {[...new Set([settings.timeZone, 'UTC', ...zones])].sort().map((zone) => (
                <option key={zone} value={zone} selected={zone === settings.timeZone}>
                  {zone}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('settings.calendar')}>
          {(tied) => (
            <select class="input" name="calendar" {...tied}>
              {(['gregory', 'persian'] as const).map((calendar) => (
                <option key={calendar} value={calendar} selected={calendar === settings.calendar}>
                  {t(`settings.calendar.${calendar}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('settings.country')} hint={countryName(country.value)}>
          {(tied) => (
            <input
              class="input country"
              name="country"
              required
              pattern="[A-Za-z]{2}"
              maxLength={2}
              dir="ltr"
              defaultValue={settings.country}
              onInput={(event) => {
                country.value = event.currentTarget.value.toUpperCase();
              }}
              {...tied}
            />
          )}
        </Field>
        <fieldset class="field">
          <legend class="field-name">{t('settings.languages')}</legend>
          {LOCALES.map((locale) => (
            <label key={locale} class="row language-row">
              <input
                type="checkbox"
                class="checkbox"
                name="languages"
                value={locale}
                defaultChecked={settings.languages.includes(locale)}
              />
              <bdi lang={locale}>{languageName(locale)}</bdi>
            </label>
          ))}
        </fieldset>
      </fieldset>
      {isAdmin.value ? (
        <div>
          <button type="submit" class="button" data-kind="primary" disabled={busy.value}>
            {t('save')}
          </button>
        </div>
      ) : (
        <p class="faint small">{t('settings.only-admins')}</p>
      )}
    </form>
  );
}
