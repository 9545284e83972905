import { useId } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import { regional } from '../../models/regional.ts';

interface ValuesMenuProps {
  label: string;
  choices: readonly { value: string; text: string }[];
  values: readonly string[];
  onValues: (values: string[]) => void;
}

/** Some of several values, as a word in a sentence that opens into boxes to tick. One stays ticked. */
export function ValuesMenu({ label, choices, values, onValues }: ValuesMenuProps) {
  const id = useId();
  const taken = choices.filter(({ value }) => values.includes(value)).map(({ text }) => text);
  const text = new Intl.ListFormat(regional.value.numbers, { type: 'disjunction' }).format(taken);
  return (
    <>
      <button type="button" class="input word" popovertarget={id} aria-label={`${label}: ${text}`}>
        <span class="clip">{text || '…'}</span>
        <Icon name="chevron-down" size="small" />
      </button>
      <div class="menu values" id={id} popover="auto" data-place="below-start">
        {choices.map(({ value, text: name }) => (
          <label key={value} class="menu-item">
            <input
              type="checkbox"
              class="checkbox"
              checked={values.includes(value)}
              onChange={(event) => {
                const isOn = event.currentTarget.checked;
                const next = choices
                  .map((choice) => choice.value)
                  .filter((one) => (one === value ? isOn : values.includes(one)));
                if (next.length > 0) onValues(next);
                else event.currentTarget.checked = true;
              }}
            />
            {name}
          </label>
        ))}
      </div>
    </>
  );
}
