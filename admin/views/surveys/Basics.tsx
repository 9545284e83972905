import { useSignal } from '@preact/signals';
import { textIn } from '../../../contract/locale.ts';
import type { SurveyDefinition } from '../../../contract/survey.ts';
import { Field } from '../../components/Field.tsx';
import { t } from '../../messages/translate.ts';
import { touchpoints } from '../../models/reference.ts';
import { regional } from '../../models/regional.ts';
import { isAdmin } from '../../models/session.ts';
import { edit } from '../../models/survey-editor.ts';

interface BasicsProps {
  survey: SurveyDefinition;
}

/** What the survey is called, and which touchpoint it measures. */
export function Basics({ survey }: BasicsProps) {
  /** While it says nothing it is nobody's name, and the one before stays. */
  const isEmpty = useSignal(false);
  return (
    <fieldset class="builder-row basics" disabled={!isAdmin.value}>
      <Field label={t('survey.name')} error={isEmpty.value ? t('fault.small') : null}>
        {(tied) => (
          <input
            class="input"
            name="name"
            maxLength={200}
            dir="auto"
            value={isEmpty.value ? '' : survey.name}
            onInput={(event) => {
              const name = event.currentTarget.value;
              isEmpty.value = name.trim() === '';
              if (!isEmpty.value) edit((now) => ({ ...now, name }), 'name');
            }}
            onBlur={() => {
              isEmpty.value = false;
            }}
            {...tied}
          />
        )}
      </Field>
      <Field label={t('touchpoint')}>
        {(tied) => (
          <select
            class="input"
            name="touchpoint"
            onChange={(event) => {
              const touchpoint = event.currentTarget.value || null;
              edit((now) => ({ ...now, touchpoint }));
            }}
            {...tied}
          >
            <option value="" selected={survey.touchpoint === null}>
              {t('touchpoint.none')}
            </option>
            {touchpoints.value.map(({ id, name }) => (
              <option key={id} value={id} selected={id === survey.touchpoint}>
                {textIn(name, regional.value.locale)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </fieldset>
  );
}
