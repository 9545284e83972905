import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { textIn } from '../../../contract/locale.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { formText } from '../../components/form-text.ts';
import { languageName } from '../../format/language.ts';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { regional } from '../../models/regional.ts';
import { createSurvey, loadTemplates, templates } from '../../models/survey-list.ts';

interface CreateSurveyProps {
  onClose: () => void;
}

const EMPTY = '';

interface Choice {
  id: string;
  name: string;
  about: string;
  locales: string[];
}

function choices(): Choice[] {
  const { locale } = regional.value;
  return [
    ...(templates.data.value ?? []).map(({ id, name, about, definition }) => ({
      id,
      name: textIn(name, locale),
      about: textIn(about, locale),
      locales: definition.locales,
    })),
    { id: EMPTY, name: t('survey.empty'), about: t('survey.empty-about'), locales: [] },
  ];
}

/** Begins a survey: from a template, or with nothing. */
export function CreateSurvey({ onClose }: CreateSurveyProps) {
  const faults = useMemo(() => createFaults(['name']), []);
  const chosen = useSignal<string | null>(null);
  const typed = useSignal<string | null>(null);
  useEffect(() => {
    void loadTemplates();
  }, []);
  const list = useRef<HTMLFieldSetElement>(null);
  // The focus began at the only choice there was. What is chosen now is another, and Enter would take that one.
  useLayoutEffect(() => {
    if (list.current?.contains(document.activeElement))
      list.current.querySelector<HTMLElement>('input:checked')?.focus();
  }, [templates.data.value]);
  const all = choices();
  const picked = all.find(({ id }) => id === chosen.value) ?? all[0];
  const name = typed.value ?? (picked && picked.id !== EMPTY ? picked.name : '');
  return (
    <Dialog title={t('survey.new')} size="wide" onClose={onClose}>
      <Form
        class="form"
        faults={faults}
        onSubmit={async (form) => {
          const done = await createSurvey(
            { name: formText(form, 'name'), ...(picked?.id ? { template: picked.id } : {}) },
            faults,
          );
          if (done) onClose();
        }}
        actions={(busy) => (
          <div class="dialog-actions">
            <button type="button" class="button" onClick={onClose}>
              {t('cancel')}
            </button>
            <button type="submit" class="button" data-kind="primary" disabled={busy}>
              {t('survey.create')}
            </button>
          </div>
        )}
      >
        <fieldset class="templates" ref={list}>
          <legend class="field-name">{t('survey.from')}</legend>
          {all.map(({ id, name: title, about, locales }) => (
            <label key={id} class="template">
              <input
                type="radio"
                name="template"
                value={id}
                checked={picked?.id === id}
                onChange={() => {
                  chosen.value = id;
                }}
              />
              <span class="strong">{title}</span>
              <span class="soft small">{about}</span>
              {locales.length > 0 && (
                <span class="faint small">
                  {locales.map((locale, index) => (
                    <>
                      {index > 0 && ' · '}
                      <bdi lang={locale}>{languageName(locale)}</bdi>
                    </>
                  ))}
                </span>
              )}
            </label>
          ))}
        </fieldset>
        <Field label={t('survey.name')} hint={t('survey.name-hint')} error={faults.fields.value['name']}>
          {(tied) => (
            <input
              class="input"
              name="name"
              required
              maxLength={200}
              dir="auto"
              value={name}
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
