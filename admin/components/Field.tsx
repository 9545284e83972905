import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../messages/translate.ts';

interface FieldProps {
  label: string;
  hint?: string;
  optional?: boolean;
  /** What is wrong with it, once somebody tried. */
  error?: string | null | undefined;
  /** Draws the control, given what ties it to its label, hint and error. */
  children: (props: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: 'true' }) => ComponentChildren;
}

/** A label, a control, a hint, and what is wrong. */
export function Field({ label, hint, optional = false, error, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional && <span class="faint"> · {t('optional')}</span>}
      </label>
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': 'true' } : {}),
      })}
      {hint && (
        <span class="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
}
