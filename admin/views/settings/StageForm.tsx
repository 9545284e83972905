import { useMemo } from 'preact/hooks';
import type { Settings } from '../../../contract/workspace.ts';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { isAdmin } from '../../models/session.ts';
import { saveSettings } from '../../models/settings.ts';

interface StageFormProps {
  settings: Settings;
}

const FIELDS = ['stageEvents'] as const;

/** One a line, the event before the last equals sign. */
function read(form: FormData): Pick<Settings, 'stageEvents'> {
  const stageEvents = formText(form, 'stageEvents')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.lastIndexOf('=');
      return { event: line.slice(0, Math.max(at, 0)).trim(), stage: line.slice(at + 1).trim() };
    });
  return { stageEvents };
}

/** Which events that servers report move a person to another stage. */
export function StageForm({ settings }: StageFormProps) {
  const faults = useMemo(() => createFaults(FIELDS), []);
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
      <h2 class="title">{t('settings.stages')}</h2>
      <p class="faint small">{t('settings.stages-hint')}</p>
      <fieldset class="form" disabled={!isAdmin.value}>
        <Field label={t('settings.stage-events')} error={faults.fields.value['stageEvents']} optional>
          {(tied) => (
            <textarea
              class="input"
              name="stageEvents"
              rows={4}
              dir="auto"
              placeholder="Subscription Started = customer"
              defaultValue={settings.stageEvents.map(({ event, stage }) => `${event} = ${stage}`).join('\n')}
              {...tied}
            />
          )}
        </Field>
      </fieldset>
    </Form>
  );
}
