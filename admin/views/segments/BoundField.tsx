import { useSignal } from '@preact/signals';

interface BoundFieldProps {
  label: string;
  value: number | undefined;
  min: number;
  max: number;
  /** Steps of one without it. */
  step?: 'any';
  onNumber: (value: number | undefined) => void;
}

/** One end of a range; empty leaves it open. */
export function BoundField({ label, value, min, max, step, onNumber }: BoundFieldProps) {
  const typed = useSignal<string | null>(null);
  return (
    <input
      class="input bound"
      type="number"
      dir="ltr"
      aria-label={label}
      placeholder={label}
      min={min}
      max={max}
      step={step ?? 1}
      value={typed.value ?? value ?? ''}
      onInput={(event) => {
        const { value: text, valueAsNumber: number } = event.currentTarget;
        typed.value = text;
        if (text === '') onNumber(undefined);
        else if (number >= min && number <= max && (step || Number.isInteger(number))) onNumber(number);
      }}
      onBlur={() => {
        typed.value = null;
      }}
    />
  );
}
