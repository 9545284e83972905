import { useMemo } from 'preact/hooks';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { draft, saveRule } from '../../models/segment-editor.ts';
import { LiveCount } from './LiveCount.tsx';
import { RuleEditor } from './RuleEditor.tsx';

interface EditSegmentProps {
  /** Null for a new one. */
  id: string | null;
  name: string;
  onCancel: () => void;
}

/** A segment being written, beside who it would cover. */
export function EditSegment({ id, name, onCancel }: EditSegmentProps) {
  const faults = useMemo(() => createFaults(['name']), []);
  const rule = draft.value;
  if (!rule) return null;
  return (
    <div class="segment-edit">
      <Form
        class="form segment-form"
        faults={faults}
        onSubmit={async (form) => {
          await saveRule(id, String(form.get('name') ?? '').trim(), faults);
        }}
        actions={(busy) => (
          <div class="row">
            <button type="submit" class="button" data-kind="primary" disabled={busy}>
              {t('save')}
            </button>
            <button type="button" class="button" onClick={onCancel}>
              {t('cancel')}
            </button>
          </div>
        )}
      >
        <Field label={t('segments.name')} hint={t('segments.name-hint')} error={faults.fields.value['name']}>
          {(tied) => (
            <input class="input" name="name" maxLength={200} required defaultValue={name} dir="auto" {...tied} />
          )}
        </Field>
        <RuleEditor rule={rule} />
      </Form>
      <aside class="segment-live">
        <LiveCount />
      </aside>
    </div>
  );
}
