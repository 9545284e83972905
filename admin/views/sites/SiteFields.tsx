import { DAILY_QUOTA_DEFAULT } from '../../../contract/limits.ts';
import type { Site, SiteCreate } from '../../../contract/workspace.ts';
import { Field } from '../../components/Field.tsx';
import { formText } from '../../components/form-text.ts';
import { t } from '../../messages/translate.ts';

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
    keepParams: lines(formText(form, 'keepParams'), /[\s,]+/),
    privacyUrl: formText(form, 'privacyUrl') || null,
    dailyQuota: Number.isInteger(quota) && quota > 0 ? quota : DAILY_QUOTA_DEFAULT,
  };
}

interface SiteFieldsProps {
  /** What is there now; absent for a new site. */
  site?: Site;
  disabled?: boolean;
}

/** The fields of a site, new or known. */
export function SiteFields({ site, disabled = false }: SiteFieldsProps) {
  const quota = site?.dailyQuota;
  return (
    <fieldset class="form" disabled={disabled}>
      <Field label={t('sites.name')}>
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
      <Field label={t('sites.origins')} hint={t('sites.origins-hint')}>
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
      <Field label={t('sites.id-system')} hint={t('sites.id-system-hint')}>
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
      <Field label={t('sites.privacy')} optional>
        {(tied) => (
          <input class="input" name="privacyUrl" type="url" dir="ltr" defaultValue={site?.privacyUrl ?? ''} {...tied} />
        )}
      </Field>
      <label class="switch-row">
        <input type="checkbox" class="switch" name="authoritative" defaultChecked={site?.authoritative ?? false} />
        <span>
          {t('sites.authoritative')}
          <span class="faint small switch-hint">{t('sites.authoritative-hint')}</span>
        </span>
      </label>
      <details class="more">
        <summary>{t('sites.more')}</summary>
        <div class="form">
          <Field label={t('sites.keep-params')} hint={t('sites.keep-params-hint')} optional>
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
          <Field label={t('sites.quota')}>
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
