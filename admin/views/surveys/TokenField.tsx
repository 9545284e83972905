import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import './fields.css';

interface TokenFieldProps {
  label: string;
  /** Whether the label is only heard. */
  quiet?: boolean;
  hint?: string;
  values: readonly string[];
  onValues: (values: string[]) => void;
  /** What was typed as a value; null when it is none. */
  parse?: (text: string) => string | null;
  show?: (value: string) => ComponentChildren;
  /** Said when what was typed is no value. */
  fault?: string;
  suggestions?: readonly { value: string; text: string }[];
  dir?: 'ltr' | 'auto';
  placeholder?: string;
  max?: number;
  /** The last one stays. */
  needed?: boolean;
}

/** Several short values in one field: Enter or a comma adds one, Backspace in an empty field takes the last away. */
export function TokenField({
  label,
  quiet = false,
  hint,
  values,
  onValues,
  parse = (text) => text,
  show = (value) => value,
  fault,
  suggestions,
  dir = 'ltr',
  placeholder,
  max = 40,
  needed = false,
}: TokenFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const isWrong = useSignal(false);
  const mayRemove = !needed || values.length > 1;
  const add = () => {
    const element = input.current;
    const text = element?.value.trim() ?? '';
    if (!element || text === '') {
      isWrong.value = false;
      return;
    }
    const value = parse(text);
    isWrong.value = value === null;
    if (value === null) return;
    element.value = '';
    if (!values.includes(value) && values.length < max) onValues([...values, value]);
  };
  const remove = (value: string) => {
    if (mayRemove) onValues(values.filter((one) => one !== value));
    input.current?.focus();
  };
  const described = [hint && `${id}-hint`, isWrong.value && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id} class={quiet ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <div class="tokens input" aria-invalid={isWrong.value ? 'true' : undefined}>
        {values.map((value) => (
          <span class="chip" key={value}>
            <bdi dir={dir}>{show(value)}</bdi>
            {mayRemove && (
              <button
                type="button"
                class="chip-remove"
                aria-label={t('builder.token-remove', { name: value })}
                onClick={() => remove(value)}
              >
                <Icon name="x" size="small" />
              </button>
            )}
          </span>
        ))}
        <input
          ref={input}
          id={id}
          dir={dir}
          maxLength={200}
          list={suggestions ? `${id}-list` : undefined}
          placeholder={values.length === 0 ? placeholder : undefined}
          aria-describedby={described || undefined}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === ',' || event.key === '،') {
              event.preventDefault();
              add();
            } else if (event.key === 'Backspace' && event.currentTarget.value === '') {
              const last = values.at(-1);
              if (last !== undefined) remove(last);
            }
          }}
          onBlur={add}
          onChange={add}
        />
        {suggestions && (
          <datalist id={`${id}-list`}>
            {suggestions.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </datalist>
        )}
      </div>
      {hint && (
        <span class="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {isWrong.value && fault && (
        <span class="field-error" id={`${id}-fault`} role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}
