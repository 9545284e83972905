import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { IdentifierNew } from '../../../contract/contact.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { addIdentifier } from '../../models/person.ts';

const KINDS = ['email', 'phone', 'external'] as const;
/** Which keys a touch keyboard offers. */
const KEYBOARDS = { email: 'email', phone: 'tel', external: 'text' } as const;

/** Gives a person one identifier more. */
export function AddIdentifier({ onClose }: { onClose: () => void }) {
  const faults = useMemo(() => createFaults(['kind', 'system', 'value']), []);
  const kind = useSignal<IdentifierNew['kind']>('email');
  const wrong = faults.fields.value;
  return (
    <Dialog title={t('identifier.add')} onClose={onClose}>
      <Form
        class="form"
        faults={faults}
        onSubmit={async (form) => {
          const value = formText(form, 'value');
          const system = kind.value === 'external' ? { system: formText(form, 'system') } : {};
          if (await addIdentifier({ kind: kind.value, ...system, value }, faults)) onClose();
        }}
        actions={(busy) => (
          <div class="dialog-actions">
            <button type="button" class="button" onClick={onClose}>
              {t('cancel')}
            </button>
            <button type="submit" class="button" data-kind="primary" disabled={busy}>
              {t('identifier.add')}
            </button>
          </div>
        )}
      >
        <Field label={t('identifier.kind')} error={wrong['kind']}>
          {(tied) => (
            <select
              class="input"
              name="kind"
              value={kind.value}
              onChange={(event) => {
                const chosen = KINDS.find((one) => one === event.currentTarget.value);
                if (chosen) kind.value = chosen;
                faults.clear();
              }}
              {...tied}
            >
              {KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`kind.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {kind.value === 'external' && (
          <Field label={t('identifier.system')} hint={t('identifier.system-hint')} error={wrong['system']}>
            {(tied) => (
              <input class="input" name="system" maxLength={40} autoComplete="off" dir="ltr" required {...tied} />
            )}
          </Field>
        )}
        <Field label={t('identifier.value')} error={wrong['value']}>
          {(tied) => (
            <input
              class="input"
              name="value"
              inputMode={KEYBOARDS[kind.value]}
              maxLength={254}
              autoComplete="off"
              dir="ltr"
              required
              {...tied}
            />
          )}
        </Field>
      </Form>
    </Dialog>
  );
}
