import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { FRAME_LOCALES, LOCALES } from '../../../contract/locale.ts';
import type { Settings } from '../../../contract/workspace.ts';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { languageName } from '../../format/language.ts';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { regional } from '../../models/regional.ts';
import { isAdmin } from '../../models/session.ts';
import { saveSettings } from '../../models/settings.ts';

interface WorkspaceFormProps {
  settings: Settings;
}

const FIELDS = ['name', 'timeZone', 'country', 'languages'] as const;

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
    languages: [...new Set([...LOCALES, ...FRAME_LOCALES])].filter((tag) => form.getAll('languages').includes(tag)),
  };
}

function Languages({ tags, chosen }: { tags: readonly string[]; chosen: readonly string[] }) {
  return (
    <>
      {tags.map((tag) => (
        <label key={tag} class="row language-row">
          <input type="checkbox" class="checkbox" name="languages" value={tag} defaultChecked={chosen.includes(tag)} />
          <bdi lang={tag}>{languageName(tag)}</bdi>
        </label>
      ))}
    </>
  );
}

/** The settings everybody in the workspace shares. */
export function WorkspaceForm({ settings }: WorkspaceFormProps) {
  const faults = useMemo(() => createFaults(FIELDS), []);
  const country = useSignal(settings.country);
  const zones = Intl.supportedValuesOf('timeZone');
  const wrong = faults.fields.value;
  const first = [...new Set<string>([...LOCALES, ...settings.languages])];
  const others = FRAME_LOCALES.filter((tag) => !first.includes(tag));
  return (
    <Form
      class="settings-section"
      faults={faults}
      onSubmit={async (form) => {
        await saveSettings(read(form), faults);
      }}
      actions={(busy) =>
        isAdmin.value ? (
          <div>
            <button type="submit" class="button" data-kind="primary" disabled={busy}>
              {t('save')}
            </button>
          </div>
        ) : (
          <p class="faint small">{t('settings.only-admins')}</p>
        )
      }
    >
      <h2 class="title">{t('settings.workspace')}</h2>
      <fieldset class="form" disabled={!isAdmin.value}>
        <Field label={t('settings.name')} error={wrong['name']}>
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
        <Field label={t('settings.time-zone')} hint={t('settings.time-zone-hint')} error={wrong['timeZone']}>
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
        <Field label={t('settings.country')} hint={countryName(country.value)} error={wrong['country']}>
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
          <span class="field-hint">{t('settings.languages-hint')}</span>
          <Languages tags={first} chosen={settings.languages} />
          <details class="more">
            <summary>{t('settings.languages-more', { n: others.length })}</summary>
            <div class="language-columns">
              <Languages tags={others} chosen={settings.languages} />
            </div>
          </details>
          {wrong['languages'] && (
            <span class="field-error" role="alert">
              {wrong['languages']}
            </span>
          )}
        </fieldset>
      </fieldset>
    </Form>
  );
}
