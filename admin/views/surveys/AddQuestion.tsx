import { useId, useRef } from 'preact/hooks';
import type { QuestionType } from '../../../contract/questionType.ts';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { KIND_GROUPS, KIND_ICONS } from './questionKinds.ts';

interface AddQuestionProps {
  onAdd: (type: QuestionType) => void;
}

/** A menu of every type of question, each with what it is for. Arrows walk it. */
export function AddQuestion({ onAdd }: AddQuestionProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items.at((at + step + items.length) % items.length)?.focus();
  };
  return (
    <>
      <button type="button" class="button" popovertarget={id} aria-haspopup="menu">
        <Icon name="plus" />
        {t('builder.question-add')}
      </button>
      <div
        class="menu kinds"
        id={id}
        ref={menu}
        role="menu"
        aria-label={t('builder.question-add')}
        popover="auto"
        data-place="below-start"
        tabIndex={-1}
        onKeyDown={walk}
        onToggle={(event) => {
          if (event.newState === 'open') menu.current?.querySelector('button')?.focus();
        }}
      >
        {KIND_GROUPS.map(({ name, types }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu
          <div key={name} class="kind-group" role="group" aria-label={t(name)}>
            <p class="faint small" aria-hidden="true">
              {t(name)}
            </p>
            {types.map((type) => (
              <button
                key={type}
                type="button"
                role="menuitem"
                class="menu-item kind"
                onClick={() => {
                  menu.current?.hidePopover();
                  onAdd(type);
                }}
              >
                <Icon name={KIND_ICONS[type]} />
                <span class="strong">{t(`builder.kind-${type}`)}</span>
                <span class="faint small">{t(`builder.kind-${type}-about`)}</span>
              </button>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
