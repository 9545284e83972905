import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { directionOf, type LocalizedText } from '../../../contract/locale.ts';
import type { Settings } from '../../../contract/workspace.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { languageName } from '../../format/language.ts';
import { purposeName } from '../../format/purpose.ts';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { saveSettings, settings } from '../../models/settings.ts';

type Purpose = Settings['purposes'][number];

interface PurposeDialogProps {
  /** Null: a new one. */
  purpose: Purpose | null;
  purposes: readonly Purpose[];
  onClose: () => void;
}

const KEY = /^[A-Za-z0-9_-]{1,64}$/;

/** Its names as the form has them; those in languages that are not asked for stay. */
function read(form: FormData, languages: readonly string[], before: LocalizedText): Record<string, string> {
  const names = { ...before };
  for (const tag of languages) names[tag] = formText(form, `name-${tag}`);
  return Object.fromEntries(Object.entries(names).flatMap(([tag, name]) => (name ? [[tag, name]] : [])));
}

/** Names something that people consent to, in every language of the workspace. */
export function PurposeDialog({ purpose, purposes, onClose }: PurposeDialogProps) {
  const faults = useMemo(() => createFaults([]), []);
  const wrong = useSignal<{ id?: string; name?: string }>({});
  const languages = settings.data.value?.languages ?? [];
  const submit = async (form: FormData) => {
    const id = purpose?.id ?? formText(form, 'id');
    const name = read(form, languages, purpose?.name ?? {});
    const isTaken = !purpose && purposes.some((one) => one.id === id);
    const found: { id?: string; name?: string } = {};
    if (isTaken || !KEY.test(id)) found.id = t(isTaken ? 'purposes.taken' : 'fault.key');
    if (Object.keys(name).length === 0) found.name = t('purposes.needs-name');
    wrong.value = found;
    if (found.id || found.name) return;
    const next = purpose ? purposes.map((one) => (one.id === id ? { id, name } : one)) : [...purposes, { id, name }];
    if (await saveSettings({ purposes: next }, faults)) onClose();
  };
  return (
    <Dialog
      title={purpose ? t('purposes.edit', { name: purposeName(purpose.id) }) : t('purposes.add')}
      onClose={onClose}
    >
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
        {!purpose && (
          <Field label={t('purposes.code')} hint={t('purposes.code-hint')} error={wrong.value.id}>
            {(tied) => <input class="input" name="id" maxLength={64} autoComplete="off" dir="ltr" required {...tied} />}
          </Field>
        )}
        {languages.map((tag, at) => (
          <Field
            key={tag}
            label={t('purposes.name', { language: languageName(tag) })}
            error={at === 0 ? wrong.value.name : null}
            optional={at > 0}
          >
            {(tied) => (
              <input
                class="input"
                name={`name-${tag}`}
                lang={tag}
                dir={directionOf(tag)}
                maxLength={500}
                autoComplete="off"
                defaultValue={purpose?.name[tag] ?? ''}
                {...tied}
              />
            )}
          </Field>
        ))}
      </Form>
    </Dialog>
  );
}
