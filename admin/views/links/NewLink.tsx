import { useMemo } from 'preact/hooks';
import type { Survey } from '../../../contract/survey.ts';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { makeLink } from '../../models/links.ts';
import { allTouchpoints, liveSurveys, touchpointName } from '../../models/reference.ts';
import { sites } from '../../models/sites.ts';

const FIELDS = ['survey', 'site', 'contact', 'touchpoint', 'days'] as const;
const DAYS = { place: 365, personal: 60 };

interface NewLinkProps {
  /** The survey it is for; absent, one is chosen. */
  survey?: Survey | undefined;
  /** The person it is for; absent, it is for a place. */
  contact?: string | undefined;
}

/** Makes a link: for one person, or for a place where a code hangs. */
export function NewLink({ survey, contact }: NewLinkProps) {
  const faults = useMemo(() => createFaults(FIELDS), []);
  const wrong = faults.fields.value;
  const kind = contact ? 'personal' : 'place';
  const all = sites.data.value ?? [];
  return (
    <Form
      class="form"
      faults={faults}
      onSubmit={async (form) => {
        const touchpoint = formText(form, 'touchpoint');
        await makeLink(
          {
            kind,
            survey: survey?.id ?? formText(form, 'survey'),
            site: formText(form, 'site') || (all[0]?.key ?? ''),
            days: Number(formText(form, 'days')),
            ...(contact && { contact }),
            ...(touchpoint && { touchpoint }),
            ...(form.get('test') === 'on' && { test: true }),
          },
          faults,
        );
      }}
      actions={(busy) => (
        <div>
          <button type="submit" class="button" data-kind="primary" disabled={busy}>
            {t(kind === 'place' ? 'links.make-place' : 'links.make-personal')}
          </button>
        </div>
      )}
    >
      {!survey && (
        <Field label={t('survey')} error={wrong['survey']}>
          {(tied) => (
            <select class="input" name="survey" required {...tied}>
              {liveSurveys.value.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={t('touchpoint')} error={wrong['touchpoint']}>
        {(tied) => (
          <select class="input" name="touchpoint" defaultValue={survey?.touchpoint ?? ''} {...tied}>
            <option value="">{t('links.survey-own')}</option>
            {allTouchpoints.value.map(({ id }) => (
              <option key={id} value={id} selected={id === survey?.touchpoint}>
                {touchpointName(id)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {all.length > 1 && (
        <Field label={t('site')} error={wrong['site']}>
          {(tied) => (
            <select class="input" name="site" {...tied}>
              {all.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={t('links.days')} error={wrong['days']}>
        {(tied) => (
          <input
            class="input count"
            type="number"
            name="days"
            required
            min={1}
            max={kind === 'place' ? 3650 : 365}
            dir="ltr"
            defaultValue={`${DAYS[kind]}`}
            {...tied}
          />
        )}
      </Field>
      <label class="switch-row">
        <input type="checkbox" class="switch" name="test" />
        <span>
          {t('links.test')}
          <span class="faint small switch-hint">{t('links.test-hint')}</span>
        </span>
      </label>
    </Form>
  );
}
