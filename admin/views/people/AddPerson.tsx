import { useSignal } from '@preact/signals';
import type { ContactCreate } from '../../../contract/contact.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { formText } from '../../components/form-text.ts';
import { t } from '../../messages/translate.ts';
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
  const missing = useSignal(false);
  const busy = useSignal(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const contact = read(new FormData(event.currentTarget));
    missing.value = contact === null;
    if (!contact) return;
    busy.value = true;
    if (await addPerson(contact)) onClose();
    busy.value = false;
  };
  return (
    <Dialog title={t('people.add')} onClose={onClose}>
      <form class="form" onSubmit={submit}>
        <Field label={t('people.name')} error={missing.value ? t('people.needs-one') : null}>
          {(tied) => <input class="input" name="name" maxLength={200} autoComplete="off" dir="auto" {...tied} />}
        </Field>
        <Field label={t('people.email')} optional>
          {(tied) => (
            <input class="input" name="email" type="email" maxLength={254} autoComplete="off" dir="ltr" {...tied} />
          )}
        </Field>
        <Field label={t('people.phone')} optional>
          {(tied) => (
            <input class="input" name="phone" type="tel" maxLength={40} autoComplete="off" dir="ltr" {...tied} />
          )}
        </Field>
        <Field label={t('people.company')} optional>
          {(tied) => <input class="input" name="company" maxLength={200} autoComplete="off" dir="auto" {...tied} />}
        </Field>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" class="button" data-kind="primary" disabled={busy.value}>
            {t('people.add')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
