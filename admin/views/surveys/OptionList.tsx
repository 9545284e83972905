import { useLayoutEffect, useRef } from 'preact/hooks';
import { CHOICES_MAX } from '../../../contract/limits.ts';
import { directionOf, textIn } from '../../../contract/locale.ts';
import type { Option, Question } from '../../../contract/survey.ts';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { moveItem } from '../../models/move-item.ts';
import { editedLocale } from '../../models/survey-editor.ts';
import { newOption } from '../../models/survey-questions.ts';
import { Reorder } from './Reorder.tsx';
import { withWords } from './WordsField.tsx';

interface OptionListProps {
  question: Question;
  readOnly: boolean;
  onOptions: (options: Option[], tag?: string) => void;
}

/** What can be chosen, in order. Enter in one adds the next. */
export function OptionList({ question, readOnly, onOptions }: OptionListProps) {
  const root = useRef<HTMLDivElement>(null);
  const options = question.options ?? [];
  const locale = editedLocale.value;
  const wanted = useRef<number | null>(null);
  // Before the next key is heard, or it would be written into the field before.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const inputs = root.current?.querySelectorAll<HTMLInputElement>('.option .input') ?? [];
    inputs[Math.min(wanted.current, inputs.length - 1)]?.focus();
    wanted.current = null;
  }, [options]);
  const focusAt = (place: number) => {
    wanted.current = place;
  };
  const add = (after: number) => {
    if (options.length >= CHOICES_MAX) return;
    onOptions(options.toSpliced(after + 1, 0, newOption(options)));
    focusAt(after + 1);
  };
  const nameOf = (option: Option) => textIn(option.text, locale) || option.id;
  return (
    <div class="field" ref={root}>
      <span class="field-name">{t('builder.options')}</span>
      <Reorder
        class="options"
        label={t('builder.options')}
        items={options}
        keyOf={({ id }) => id}
        nameOf={nameOf}
        disabled={readOnly}
        onMove={(from, to) => onOptions(moveItem(options, from, to))}
      >
        {(option, grip, place) => (
          <div class="option">
            {grip}
            <input
              class="input"
              aria-label={t('builder.option', { place: place + 1 })}
              lang={locale}
              dir={directionOf(locale)}
              maxLength={500}
              value={option.text[locale] ?? ''}
              placeholder={textIn(option.text, locale) || t('builder.option', { place: place + 1 })}
              onInput={(event) => {
                const text = withWords(option.text, locale, event.currentTarget.value) ?? {};
                onOptions(
                  options.map((one) => (one.id === option.id ? { ...one, text } : one)),
                  `${option.id}.${locale}`,
                );
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.isComposing) return;
                event.preventDefault();
                add(place);
              }}
            />
            {!readOnly && (
              <button
                type="button"
                class="button"
                data-kind="quiet"
                data-shape="square"
                data-size="small"
                aria-label={t('builder.option-remove', { name: nameOf(option) })}
                onClick={() => {
                  onOptions(options.filter(({ id }) => id !== option.id));
                  focusAt(place);
                }}
              >
                <Icon name="x" />
              </button>
            )}
          </div>
        )}
      </Reorder>
      {!readOnly && (
        <p class="row">
          <button
            type="button"
            class="button"
            data-size="small"
            disabled={options.length >= CHOICES_MAX}
            onClick={() => add(options.length - 1)}
          >
            <Icon name="plus" />
            {t('builder.option-add')}
          </button>
        </p>
      )}
    </div>
  );
}
