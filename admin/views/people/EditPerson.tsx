import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Attributes, Contact } from '../../../contract/contact.ts';
import { isTrait, PREFERRED_CHANNELS, TRAITS, type Trait } from '../../../contract/traits.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { savePerson } from '../../models/person.ts';
import { attributeName } from '../segments/attributeName.ts';
import { attributeText } from './attributeText.ts';

interface EditPersonProps {
  contact: Contact;
  onClose: () => void;
}

interface Row {
  key: number;
  name: string;
  value: string;
  /** It was there before and means the same everywhere: it has a word of its own, and keeps its name. */
  trait: Trait | null;
}

/** The value of a well-known attribute, in the field that fits it; anything else as text. */
function ValueField({ row: { trait, value }, onChange }: { row: Row; onChange: (value: string) => void }) {
  const label = { 'aria-label': trait ? attributeName(trait) : t('person.attribute-value') };
  const kind = trait ? TRAITS[trait] : 'text';
  if (kind === 'choice' && PREFERRED_CHANNELS.some((channel) => channel === value)) {
    return (
      <select class="input" value={value} {...label} onChange={(event) => onChange(event.currentTarget.value)}>
        {PREFERRED_CHANNELS.map((channel) => (
          <option key={channel} value={channel}>
            {attributeText('channel', channel)}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      class="input"
      maxLength={1000}
      value={value}
      dir="auto"
      placeholder={kind === 'date' ? '2026-12-31' : undefined}
      {...label}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** What was typed, as what it was before: a number stays a number as long as it reads as one. */
function typed(text: string, before: string | number | boolean | undefined): string | number | boolean {
  if (typeof before === 'number' && text !== '' && Number.isFinite(Number(text))) return Number(text);
  if (typeof before === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function attributesOf(rows: Row[], before: Attributes): Attributes {
  const named = rows.filter(({ name }) => name.trim() !== '');
  return Object.fromEntries(named.map(({ name, value }) => [name.trim(), typed(value.trim(), before[name])]));
}

/** Changes a person's name, company and attributes. Identifiers are not changed here: they are proof. */
export function EditPerson({ contact, onClose }: EditPersonProps) {
  const faults = useMemo(() => createFaults(['name', 'company', 'attributes']), []);
  const rows = useSignal<Row[]>(
    Object.entries(contact.attributes).map(([name, value], key) => ({
      key,
      name,
      value: String(value),
      trait: isTrait(name) ? name : null,
    })),
  );
  const change = (key: number, part: Partial<Row>) => {
    rows.value = rows.value.map((row) => (row.key === key ? { ...row, ...part } : row));
  };
  const submit = async (form: FormData) => {
    const changes = {
      name: formText(form, 'name'),
      company: formText(form, 'company') || null,
      attributes: attributesOf(rows.value, contact.attributes),
    };
    if (await savePerson(changes, faults)) onClose();
  };
  const wrong = faults.fields.value;
  return (
    <Dialog title={t('person.edit')} size="wide" onClose={onClose}>
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
              {t('save')}
            </button>
          </div>
        )}
      >
        <Field label={t('people.name')} error={wrong['name']}>
          {(tied) => (
            <input
              class="input"
              name="name"
              required
              maxLength={200}
              defaultValue={contact.name}
              dir="auto"
              {...tied}
            />
          )}
        </Field>
        <Field label={t('people.company')} error={wrong['company']} optional>
          {(tied) => (
            <input
              class="input"
              name="company"
              maxLength={200}
              defaultValue={contact.company ?? ''}
              dir="auto"
              {...tied}
            />
          )}
        </Field>
        <fieldset class="field">
          <legend class="field-name">{t('person.attributes')}</legend>
          {rows.value.map(({ key, name, value, trait }) => (
            <div key={key} class="attribute-edit">
              {trait ? (
                <span aria-hidden="true">{attributeName(trait)}</span>
              ) : (
                <input
                  class="input"
                  aria-label={t('person.attribute-name')}
                  maxLength={60}
                  value={name}
                  dir="auto"
                  onInput={(event) => change(key, { name: event.currentTarget.value })}
                />
              )}
              <ValueField row={{ key, name, value, trait }} onChange={(value) => change(key, { value })} />
              <button
                type="button"
                class="button"
                data-kind="quiet"
                data-shape="square"
                aria-label={t('person.attribute-remove', { name: attributeName(name) })}
                onClick={() => {
                  rows.value = rows.value.filter((row) => row.key !== key);
                }}
              >
                <Icon name="x" />
              </button>
            </div>
          ))}
          {wrong['attributes'] && (
            <p class="field-error" role="alert">
              {wrong['attributes']}
            </p>
          )}
          <div>
            <button
              type="button"
              class="button"
              data-size="small"
              onClick={() => {
                const key = Math.max(0, ...rows.value.map((row) => row.key)) + 1;
                rows.value = [...rows.value, { key, name: '', value: '', trait: null }];
              }}
            >
              <Icon name="plus" />
              {t('person.attribute-add')}
            </button>
          </div>
        </fieldset>
      </Form>
    </Dialog>
  );
}
