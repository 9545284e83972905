import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { ContactCreate } from '../../../contract/contact.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { addPerson } from '../../models/people.ts';

interface AddPersonProps {
  onClose: () => void;
}

/** What was filled in; null when nothing names the person. */
function read(form: FormData): ContactCreate | null {
  const [name, email, phone, company] = [
    formText(form, 'name'),
    formText(form, 'email'),
    formText(form, 'phone'),
    formText(form, 'company'),
  ];
  if (!name && !email && !phone) return null;
  return {
    ...(name ? { name } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(company ? { company } : {}),
  };
}

/** Adds a person by hand. */
export function AddPerson({ onClose }: AddPersonProps) {
  const faults = useMemo(() => createFaults(['name', 'email', 'phone', 'company']), []);
  const missing = useSignal(false);
  const submit = async (form: FormData) => {
    const contact = read(form);
    missing.value = contact === null;
    if (contact && (await addPerson(contact, faults))) onClose();
  };
  const wrong = faults.fields.value;
  return (
    <Dialog title={t('people.add')} onClose={onClose}>
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
              {t('people.add')}
            </button>
          </div>
        )}
      >
        <Field label={t('people.name')} error={missing.value ? t('people.needs-one') : wrong['name']}>
          {(tied) => <input class="input" name="name" maxLength={200} autoComplete="off" dir="auto" {...tied} />}
        </Field>
        <Field label={t('people.email')} error={wrong['email']} optional>
          {(tied) => (
            <input class="input" name="email" type="email" maxLength={254} autoComplete="off" dir="ltr" {...tied} />
          )}
        </Field>
        <Field label={t('people.phone')} error={wrong['phone']} optional>
          {(tied) => (
            <input class="input" name="phone" type="tel" maxLength={40} autoComplete="off" dir="ltr" {...tied} />
          )}
        </Field>
        <Field label={t('people.company')} error={wrong['company']} optional>
          {(tied) => <input class="input" name="company" maxLength={200} autoComplete="off" dir="auto" {...tied} />}
        </Field>
      </Form>
    </Dialog>
  );
}
