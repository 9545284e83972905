import { DAILY_QUOTA_DEFAULT } from '../../../contract/limits.ts';
import type { Site, SiteCreate } from '../../../contract/workspace.ts';
import { Field } from '../../components/Field.tsx';
import { formText } from '../../components/form-text.ts';
import { t } from '../../messages/translate.ts';

/** The contract's own list would bring its schemas along, and the compiler in them that the policy stops. */
const STORAGES: readonly Site['storage'][] = ['none', 'interaction', 'consent'];

/** The fields a site's form has, by the names the server knows. */
export const SITE_FIELDS = [
  'name',
  'origins',
  'idSystem',
  'otherSystems',
  'keepParams',
  'privacyUrl',
  'dailyQuota',
  'storage',
] as const;

/** What a site's form says. */
export function readSite(form: FormData): SiteCreate {
  const lines = (text: string, separator: RegExp) =>
    text
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean);
  const quota = Number(formText(form, 'dailyQuota'));
  return {
    name: formText(form, 'name'),
    origins: lines(formText(form, 'origins'), /\s+/),
    idSystem: formText(form, 'idSystem'),
    authoritative: form.get('authoritative') === 'on',
    otherSystems: lines(formText(form, 'otherSystems'), /[\s,]+/),
    keepParams: lines(formText(form, 'keepParams'), /[\s,]+/),
    privacyUrl: formText(form, 'privacyUrl') || null,
    storage: STORAGES.find((storage) => storage === form.get('storage')) ?? 'interaction',
    dailyQuota: Number.isInteger(quota) && quota > 0 ? quota : DAILY_QUOTA_DEFAULT,
  };
}

interface SiteFieldsProps {
  /** What is there now; absent for a new site. */
  site?: Site;
  disabled?: boolean;
  /** What the server would not take, by field. */
  wrong: Readonly<Record<string, string>>;
}

/** The fields of a site, new or known. */
export function SiteFields({ site, disabled = false, wrong }: SiteFieldsProps) {
  const quota = site?.dailyQuota;
  return (
    <fieldset class="form" disabled={disabled}>
      <Field label={t('sites.name')} error={wrong['name']}>
        {(tied) => (
          <input
            class="input"
            name="name"
            required
            maxLength={200}
            defaultValue={site?.name ?? ''}
            dir="auto"
            {...tied}
          />
        )}
      </Field>
      <Field label={t('sites.origins')} hint={t('sites.origins-hint')} error={wrong['origins']}>
        {(tied) => (
          <textarea
            class="input"
            name="origins"
            required
            rows={3}
            dir="ltr"
            defaultValue={site?.origins.join('\n') ?? ''}
            {...tied}
          />
        )}
      </Field>
      <Field label={t('sites.id-system')} hint={t('sites.id-system-hint')} error={wrong['idSystem']}>
        {(tied) => (
          <input
            class="input"
            name="idSystem"
            required
            maxLength={40}
            pattern="[A-Za-z0-9_\-]+"
            dir="ltr"
            defaultValue={site?.idSystem ?? 'crm'}
            {...tied}
          />
        )}
      </Field>
      <Field label={t('sites.privacy')} error={wrong['privacyUrl']} optional>
        {(tied) => (
          <input class="input" name="privacyUrl" type="url" dir="ltr" defaultValue={site?.privacyUrl ?? ''} {...tied} />
        )}
      </Field>
      <fieldset class="field">
        <legend class="field-name">{t('sites.storage')}</legend>
        {STORAGES.map((storage) => (
          <label key={storage} class="radio-row">
            <input
              type="radio"
              class="radio"
              name="storage"
              value={storage}
              defaultChecked={storage === (site?.storage ?? 'interaction')}
            />
            <span>
              {t(`sites.storage.${storage}`)}
              <span class="faint small switch-hint">{t(`sites.storage-hint.${storage}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label class="switch-row">
        <input type="checkbox" class="switch" name="authoritative" defaultChecked={site?.authoritative ?? false} />
        <span>
          {t('sites.authoritative')}
          <span class="faint small switch-hint">{t('sites.authoritative-hint')}</span>
        </span>
      </label>
      {/* What is wrong must be in sight. */}
      <details
        class="more"
        open={wrong['otherSystems'] || wrong['keepParams'] || wrong['dailyQuota'] ? true : undefined}
      >
        <summary>{t('sites.more')}</summary>
        <div class="form">
          <Field
            label={t('sites.other-systems')}
            hint={t('sites.other-systems-hint')}
            error={wrong['otherSystems']}
            optional
          >
            {(tied) => (
              <input
                class="input"
                name="otherSystems"
                dir="ltr"
                defaultValue={site?.otherSystems.join(', ') ?? ''}
                {...tied}
              />
            )}
          </Field>
          <Field label={t('sites.keep-params')} hint={t('sites.keep-params-hint')} error={wrong['keepParams']} optional>
            {(tied) => (
              <input
                class="input"
                name="keepParams"
                dir="ltr"
                defaultValue={site?.keepParams.join(', ') ?? ''}
                {...tied}
              />
            )}
          </Field>
          <Field label={t('sites.quota')} error={wrong['dailyQuota']}>
            {(tied) => (
              <input
                class="input"
                name="dailyQuota"
                type="number"
                min={1}
                max={10000000}
                dir="ltr"
                defaultValue={quota === undefined ? '' : `${quota}`}
                {...tied}
              />
            )}
          </Field>
        </div>
      </details>
    </fieldset>
  );
}
