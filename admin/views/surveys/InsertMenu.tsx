import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { textIn } from '../../../contract/locale.ts';
import type { PipeSource } from '../../../contract/pipe.ts';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { workspaceSettings } from '../../models/regional.ts';
import { definition, editedLocale } from '../../models/survey-editor.ts';

interface InsertMenuProps {
  /** The question whose text it is: only answers given before it can stand in it. Absent: at the end, any. */
  before?: string;
  onInsert: (text: string) => void;
}

const SOURCES: readonly PipeSource[] = ['answer', 'page', 'contact'];

/** Puts a value into a text: an earlier answer, what the page passes, or an attribute of the person. */
export function InsertMenu({ before, onInsert }: InsertMenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const source = useSignal<PipeSource>('answer');
  const name = useSignal('');
  const otherwise = useSignal('');
  const questions = definition.value?.questions ?? [];
  const place = questions.findIndex((question) => question.id === before);
  const earlier = questions.slice(0, place < 0 ? undefined : place).filter(({ type }) => type !== 'message');
  const shown = workspaceSettings.value?.shownAttributes ?? [];
  const names =
    source.value === 'answer'
      ? earlier.map((question) => ({
          value: question.id,
          text: textIn(question.text, editedLocale.value) || question.id,
        }))
      : shown.map((attribute) => ({ value: attribute, text: attribute }));
  const isTyped = source.value === 'page';
  const chosen = isTyped ? name.value : names.some(({ value }) => value === name.value) ? name.value : names[0]?.value;
  const isKey = /^[\w-]{1,64}$/.test(chosen ?? '');
  const insert = () => {
    if (!isKey) return;
    menu.current?.hidePopover();
    const fallback = otherwise.value.replace(/[{}]/g, '').trim();
    onInsert(`{{${source.value}:${chosen}${fallback ? `|${fallback}` : ''}}}`);
  };
  return (
    <>
      <button type="button" class="insert-button" popovertarget={id}>
        <Icon name="braces" size="small" />
        {t('builder.insert')}
      </button>
      <div class="menu insert" id={id} ref={menu} popover="auto" data-place="below-start">
        <label class="field">
          <span class="field-name">{t('builder.insert-what')}</span>
          <select
            class="input"
            onChange={(event) => {
              source.value = SOURCES.find((one) => one === event.currentTarget.value) ?? 'answer';
              name.value = '';
            }}
          >
            {SOURCES.map((one) => (
              <option key={one} value={one} selected={one === source.value}>
                {t(`builder.source-${one}`)}
              </option>
            ))}
          </select>
        </label>
        {isTyped && (
          <label class="field">
            <span class="field-name">{t('builder.page-name')}</span>
            <input
              class="input"
              dir="ltr"
              maxLength={64}
              value={name.value}
              placeholder="plan"
              onInput={(event) => {
                name.value = event.currentTarget.value.trim();
              }}
            />
          </label>
        )}
        {!isTyped && names.length > 0 && (
          <label class="field">
            <span class="field-name">{t(`builder.insert-${source.value === 'answer' ? 'answer' : 'contact'}`)}</span>
            <select
              class="input"
              onChange={(event) => {
                name.value = event.currentTarget.value;
              }}
            >
              {names.map(({ value, text }) => (
                <option key={value} value={value} selected={value === chosen}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        )}
        {!isTyped && names.length === 0 && (
          <p class="soft small">
            {t(source.value === 'answer' ? 'builder.insert-no-answer' : 'builder.no-attributes')}{' '}
            {source.value === 'contact' && (
              <a class="underlined" href="/settings">
                {t('builder.to-settings')}
              </a>
            )}
          </p>
        )}
        <label class="field">
          <span class="field-name">{t('builder.otherwise')}</span>
          <input
            class="input"
            dir="auto"
            maxLength={100}
            value={otherwise.value}
            onInput={(event) => {
              otherwise.value = event.currentTarget.value;
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') insert();
            }}
          />
        </label>
        <p class="row">
          <button
            type="button"
            class="button push"
            data-kind="primary"
            data-size="small"
            disabled={!isKey}
            onClick={insert}
          >
            {t('builder.insert-do')}
          </button>
        </p>
      </div>
    </>
  );
}
