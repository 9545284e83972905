import { Icon } from '../../components/Icon.tsx';
import { Phrase } from '../../components/Phrase.tsx';
import { t } from '../../messages/translate.ts';
import { TokenField } from './TokenField.tsx';
import './logic.css';

interface Named<Name extends string> {
  name: Name;
  is: string[];
}

interface NamedValuesProps<Name extends string> {
  label: string;
  hint?: string;
  add: string;
  /** Those there are; any without it. */
  names?: readonly Name[];
  prefix?: string;
  items: readonly Named<Name>[];
  max: number;
  onItems: (items: Named<Name>[]) => void;
}

/** Names, each with the values that one of must hold. */
export function NamedValues<Name extends string>({
  label,
  hint,
  add,
  names,
  prefix = '',
  items,
  max,
  onItems,
}: NamedValuesProps<Name>) {
  const free =
    names?.find((name) => !items.some((item) => item.name === name)) ?? (names ? undefined : ('tier' as Name));
  const change = (at: number, next: Named<Name>) => onItems(items.map((item, index) => (index === at ? next : item)));
  return (
    <fieldset class="field">
      <legend class="field-name">{label}</legend>
      {items.map((item, at) => (
        <div class="way" key={at}>
          <p class="sentence">
            <Phrase
              text="builder.when-named"
              with={{
                name: names ? (
                  <select
                    class="input word"
                    aria-label={t('builder.name')}
                    onChange={(event) => {
                      const name = names.find((one) => one === event.currentTarget.value);
                      if (name) change(at, { ...item, name });
                    }}
                  >
                    {names
                      .filter((name) => name === item.name || !items.some((other) => other.name === name))
                      .map((name) => (
                        <option key={name} value={name} selected={name === item.name}>
                          {prefix + name}
                        </option>
                      ))}
                  </select>
                ) : (
                  <input
                    class="input word"
                    aria-label={t('builder.name')}
                    dir="ltr"
                    maxLength={64}
                    defaultValue={item.name}
                    onInput={(event) => {
                      const name = event.currentTarget.value.trim();
                      if (/^[A-Za-z0-9_-]+$/.test(name)) change(at, { ...item, name: name as Name });
                    }}
                  />
                ),
                values: (
                  <TokenField
                    label={t('builder.values')}
                    quiet
                    needed
                    dir="auto"
                    values={item.is}
                    onValues={(is) => change(at, { ...item, is })}
                  />
                ),
              }}
            />
          </p>
          <button
            type="button"
            class="button"
            data-kind="quiet"
            data-shape="square"
            data-size="small"
            aria-label={t('builder.token-remove', { name: item.name })}
            onClick={() => onItems(items.filter((_, index) => index !== at))}
          >
            <Icon name="x" />
          </button>
        </div>
      ))}
      {hint && <span class="field-hint">{hint}</span>}
      {free !== undefined && items.length < max && (
        <p>
          <button
            type="button"
            class="button"
            data-size="small"
            onClick={() => onItems([...items, { name: free, is: [names ? 'newsletter' : 'gold'] }])}
          >
            <Icon name="plus" />
            {add}
          </button>
        </p>
      )}
    </fieldset>
  );
}
