import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SegmentsProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly { value: Value; text: ComponentChildren; lang?: string }[];
  onChoose: (value: Value) => void;
}

/** A few choices side by side, one of them taken. Radios, so arrows move between them. */
export function Segments<Value extends string>({ label, value, choices, onChoose }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset class="segments" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value} lang={choice.lang}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChoose(choice.value)} />
          {choice.text}
        </label>
      ))}
    </fieldset>
  );
}
