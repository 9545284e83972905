import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Settings } from '../../../contract/workspace.ts';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { isAdmin } from '../../models/session.ts';
import { saveSettings } from '../../models/settings.ts';

interface AskingFormProps {
  settings: Settings;
}

const FIELDS = ['fatigue', 'shownAttributes'] as const;

function read(form: FormData): Pick<Settings, 'fatigue' | 'shownAttributes'> {
  const whole = (name: string) => Math.round(Number(formText(form, name)));
  return {
    fatigue: {
      cooldown: whole('cooldown'),
      cap: form.get('capped') === 'on' ? { surveys: whole('surveys'), days: whole('days') } : null,
    },
    shownAttributes: formText(form, 'shownAttributes')
      .split(/[\s,،]+/)
      .filter(Boolean),
  };
}

interface CountProps {
  name: string;
  label: string;
  value: number;
  min: number;
  max: number;
}

function Count({ name, label, value, min, max }: CountProps) {
  return (
    <Field label={label}>
      {(tied) => (
        <input
          class="input count"
          type="number"
          name={name}
          required
          min={min}
          max={max}
          dir="ltr"
          defaultValue={`${value}`}
          {...tied}
        />
      )}
    </Field>
  );
}

/** How often people are asked at most, and what of them a survey may say back. */
export function AskingForm({ settings }: AskingFormProps) {
  const faults = useMemo(() => createFaults(FIELDS), []);
  const { cooldown, cap } = settings.fatigue;
  const capped = useSignal(cap !== null);
  const wrong = faults.fields.value;
  return (
    <Form
      class="settings-section"
      faults={faults}
      onSubmit={async (form) => {
        await saveSettings(read(form), faults);
      }}
      actions={(busy) =>
        isAdmin.value && (
          <div>
            <button type="submit" class="button" data-kind="primary" disabled={busy}>
              {t('save')}
            </button>
          </div>
        )
      }
    >
      <h2 class="title">{t('settings.asking')}</h2>
      <p class="faint small">{t('settings.asking-hint')}</p>
      <fieldset class="form" disabled={!isAdmin.value}>
        <Count name="cooldown" label={t('settings.cooldown')} value={cooldown} min={0} max={365} />
        <label class="switch-row">
          <input
            type="checkbox"
            class="switch"
            name="capped"
            defaultChecked={cap !== null}
            onChange={(event) => {
              capped.value = event.currentTarget.checked;
            }}
          />
          <span>
            {t('settings.capped')}
            <span class="faint small switch-hint">{t('settings.capped-hint')}</span>
          </span>
        </label>
        {capped.value && (
          <div class="count-pair">
            <Count name="surveys" label={t('settings.cap-surveys')} value={cap?.surveys ?? 3} min={1} max={50} />
            <Count name="days" label={t('settings.cap-days')} value={cap?.days ?? 30} min={1} max={365} />
          </div>
        )}
        {wrong['fatigue'] && (
          <span class="field-error" role="alert">
            {wrong['fatigue']}
          </span>
        )}
        <Field
          label={t('settings.shown-attributes')}
          hint={t('settings.shown-attributes-hint')}
          error={wrong['shownAttributes']}
          optional
        >
          {(tied) => (
            <input
              class="input"
              name="shownAttributes"
              dir="ltr"
              defaultValue={settings.shownAttributes.join(', ')}
              {...tied}
            />
          )}
        </Field>
      </fieldset>
    </Form>
  );
}
