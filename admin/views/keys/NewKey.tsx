import { useMemo } from 'preact/hooks';
import { KEY_ROLES } from '../../../contract/role.ts';
import { CopyBox } from '../../components/CopyBox.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { addApiKey, freshApiKey } from '../../models/api-keys.ts';
import { createFaults } from '../../models/faults.ts';

interface NewKeyProps {
  onClose: () => void;
}

/** Makes a key for a program. */
export function NewKey({ onClose }: NewKeyProps) {
  const faults = useMemo(() => createFaults(['name', 'role']), []);
  const submit = async (form: FormData) => {
    const role = KEY_ROLES.find((one) => one === formText(form, 'role')) ?? 'viewer';
    if (await addApiKey({ name: formText(form, 'name'), role }, faults)) onClose();
  };
  return (
    <Dialog title={t('keys.add')} onClose={onClose}>
      <Form
        class="form"
        faults={faults}
        onSubmit={submit}
        actions={(busy) => (
          <div class="dialog-actions">
            <button type="button" class="button" onClick={onClose}>
              {t('cancel')}
            </button>
            <button type="submit" class="button" data-kind="primary" disabled={busy}>
              {t('keys.add')}
            </button>
          </div>
        )}
      >
        <Field label={t('keys.name')} hint={t('keys.name-hint')} error={faults.fields.value['name']}>
          {(tied) => (
            <input class="input" name="name" maxLength={200} autoComplete="off" dir="auto" required {...tied} />
          )}
        </Field>
        <fieldset class="field">
          <legend>{t('keys.role')}</legend>
          {KEY_ROLES.map((role) => (
            <label key={role} class="row key-role">
              <input type="radio" class="radio" name="role" value={role} defaultChecked={role === 'agent'} />
              {t(`keys.role.${role}`)}
            </label>
          ))}
        </fieldset>
      </Form>
    </Dialog>
  );
}

interface KeyDialogProps {
  apiKey: string;
}

/** A key, shown this once. */
export function KeyDialog({ apiKey }: KeyDialogProps) {
  const forget = () => {
    freshApiKey.value = null;
  };
  return (
    <Dialog title={t('keys.made')} onClose={forget}>
      <p class="row soft">
        <Icon name="triangle-alert" />
        {t('keys.once')}
      </p>
      <CopyBox text={apiKey} />
      <div class="dialog-actions">
        <button type="button" class="button" data-kind="primary" onClick={forget}>
          {t('keys.done')}
        </button>
      </div>
    </Dialog>
  );
}
