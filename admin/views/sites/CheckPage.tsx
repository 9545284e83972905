import { useMemo } from 'preact/hooks';
import type { Finding, PageCheck } from '../../../contract/pageCheck.ts';
import type { Site } from '../../../contract/workspace.ts';
import { Ago } from '../../components/Ago.tsx';
import { CopyLine } from '../../components/CopyLine.tsx';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { checked, checkPage } from '../../models/page-check.ts';
import { surveyName } from '../../models/reference.ts';

const FIELDS = ['url', 'policy'] as const;

/** What of a finding is worth copying or reading as it stands. */
function Detail({ code, value }: Finding) {
  if (!value) return null;
  if (code.startsWith('csp-') || code === 'origin') return <CopyLine text={value} />;
  if (code === 'refused') return <Ago at={value} class="faint small" />;
  return (
    <bdi class="faint small" dir="ltr">
      {value}
    </bdi>
  );
}

function Found({ result }: { result: PageCheck }) {
  const { findings, surveys } = result;
  const isClear = findings.every(({ severity }) => severity === 'note');
  return (
    <div role="status">
      <ul class="findings">
        {isClear && (
          <li data-severity="good">
            <Icon name="check" />
            <span>{t('check.clear')}</span>
          </li>
        )}
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.value}`} data-severity={finding.severity}>
            <Icon name={finding.severity === 'note' ? 'eye' : 'triangle-alert'} />
            <span>
              {t(`check.${finding.code}`)}
              <Detail {...finding} />
            </span>
          </li>
        ))}
      </ul>
      {surveys.length > 0 && (
        <p class="soft small">
          {t('check.due', {
            names: new Intl.ListFormat(document.documentElement.lang).format(surveys.map(surveyName)),
          })}
        </p>
      )}
    </div>
  );
}

/** Finds what a page's policy, its origin or its markup gets in the way of. */
export function CheckPage({ site }: { site: Site }) {
  const faults = useMemo(() => createFaults(FIELDS), []);
  const wrong = faults.fields.value;
  const last = checked.value;
  const start = site.origins.find((origin) => !origin.includes('*')) ?? '';
  return (
    <section class="site-section">
      <h2 class="title">{t('check.title')}</h2>
      <p class="soft">{t('check.hint')}</p>
      <Form
        class="form"
        faults={faults}
        onSubmit={async (form) => {
          const policy = formText(form, 'policy').replace(/^content-security-policy(-report-only)?:/i, '');
          await checkPage(site.key, { url: formText(form, 'url'), ...(policy && { policy }) }, faults);
        }}
        actions={(busy) => (
          <div>
            <button type="submit" class="button" disabled={busy}>
              {busy ? t('check.busy') : t('check.go')}
            </button>
          </div>
        )}
      >
        <Field label={t('check.url')} error={wrong['url']}>
          {(tied) => (
            <input
              class="input"
              name="url"
              type="url"
              required
              dir="ltr"
              defaultValue={start && `${start}/`}
              {...tied}
            />
          )}
        </Field>
        <details class="more">
          <summary>{t('check.paste')}</summary>
          <Field label="Content-Security-Policy" hint={t('check.paste-hint')} error={wrong['policy']} optional>
            {(tied) => <textarea class="input" name="policy" rows={3} maxLength={8000} dir="ltr" {...tied} />}
          </Field>
        </details>
      </Form>
      {last?.site === site.key && <Found result={last.result} />}
      <details class="more">
        <summary>{t('check.inside')}</summary>
        <ol class="check-steps soft">
          <li>
            {t('check.inside-test')} <CopyLine text="#touchstone-test" />
          </li>
          <li>
            {t('check.inside-explain')} <CopyLine text="touchstone('explain')" />
          </li>
          <li>{t('check.inside-blocked')}</li>
        </ol>
      </details>
    </section>
  );
}
