import { useSignal } from '@preact/signals';
import { Field } from '../../components/Field.tsx';

interface NumberFieldProps {
  label: string;
  hint?: string;
  unit: string;
  value: number | undefined;
  min: number;
  max: number;
  /** Empty says nothing, and what was said stays. */
  needed?: boolean;
  onNumber: (value: number | undefined) => void;
}

/** A whole number with its unit. What is no number in the range is not taken, and gone when one leaves. */
export function NumberField({ label, hint, unit, value, min, max, needed = false, onNumber }: NumberFieldProps) {
  const typed = useSignal<string | null>(null);
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      {(tied) => (
        <span class="row">
          <input
            class="input number"
            type="number"
            dir="ltr"
            min={min}
            max={max}
            step={1}
            value={typed.value ?? value ?? ''}
            onInput={(event) => {
              const { value: text, valueAsNumber: number } = event.currentTarget;
              typed.value = text;
              if (text === '' && !needed) onNumber(undefined);
              else if (Number.isInteger(number) && number >= min && number <= max) onNumber(number);
            }}
            onBlur={() => {
              typed.value = null;
            }}
            {...tied}
          />
          <span class="soft">{unit}</span>
        </span>
      )}
    </Field>
  );
}
