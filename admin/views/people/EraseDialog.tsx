import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Contact } from '../../../contract/contact.ts';
import { ERASED_ANSWERS } from '../../../contract/erased.ts';
import { foldText } from '../../../worker/identity/foldText.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { erase } from '../../models/privacy.ts';

interface EraseDialogProps {
  contact: Contact;
  onClose: () => void;
}

const FIELDS = ['confirm', 'responses'] as const;

/** Says what erasing does, asks what becomes of the answers, and takes the name typed out. */
export function EraseDialog({ contact, onClose }: EraseDialogProps) {
  const faults = useMemo(() => createFaults(FIELDS), []);
  const typed = useSignal('');
  const name = contact.name || contact.id;
  return (
    <Dialog title={t('erase.title', { name })} onClose={onClose}>
      <p class="soft">{t('erase.what')}</p>
      <Form
        class="form"
        faults={faults}
        onSubmit={async (form) => {
          const responses = formText(form, 'responses') === 'delete' ? 'delete' : 'anonymise';
          if (await erase(contact.id, { responses, confirm: typed.value.trim() }, faults)) onClose();
        }}
        actions={(busy) => (
          <div class="dialog-actions">
            <button type="button" class="button" onClick={onClose}>
              {t('cancel')}
            </button>
            <button
              type="submit"
              class="button"
              data-kind="danger"
              disabled={busy || foldText(typed.value) !== foldText(name)}
            >
              {t('erase.action')}
            </button>
          </div>
        )}
      >
        <fieldset class="field">
          <legend class="field-name">{t('erase.answers')}</legend>
          {ERASED_ANSWERS.map((choice) => (
            <label key={choice} class="switch-row">
              <input type="radio" name="responses" value={choice} defaultChecked={choice === 'anonymise'} />
              <span>
                {t(`erase.${choice}`)}
                <span class="faint small switch-hint">{t(`erase.${choice}-hint`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <Field label={t('erase.confirm', { name })} error={faults.fields.value['confirm']}>
          {(tied) => (
            <input
              class="input"
              name="confirm"
              required
              autocomplete="off"
              dir="auto"
              onInput={(event) => {
                typed.value = event.currentTarget.value;
              }}
              {...tied}
            />
          )}
        </Field>
      </Form>
    </Dialog>
  );
}
