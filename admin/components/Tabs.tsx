import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { regional } from '../models/regional.ts';

interface TabsProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly { value: Value; text: string }[];
  onChoose: (value: Value) => void;
  /** The panel of the tab chosen. */
  children: ComponentChildren;
}

/** Where a key leads among so many tabs; null for keys that mean nothing here. */
function moved(key: string, at: number, count: number, rightToLeft: boolean): number | null {
  const forward = rightToLeft ? -1 : 1;
  if (key === 'ArrowRight') return (at + forward + count) % count;
  if (key === 'ArrowLeft') return (at - forward + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

/** Tabs with one panel: arrows move between them, as the ARIA Authoring Practices describe. */
export function Tabs<Value extends string>({ label, value, choices, onChoose, children }: TabsProps<Value>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list}>
        {choices.map((choice, at) => (
          <button
            key={choice.value}
            type="button"
            role="tab"
            id={`${id}-${choice.value}`}
            aria-selected={choice.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={choice.value === value ? 0 : -1}
            onClick={() => onChoose(choice.value)}
            onKeyDown={(event) => {
              const next = moved(event.key, at, choices.length, regional.value.direction === 'rtl');
              const target = next === null ? undefined : choices[next];
              if (next === null || !target) return;
              event.preventDefault();
              onChoose(target.value);
              list.current?.querySelectorAll<HTMLButtonElement>('[role="tab"]')[next]?.focus();
            }}
          >
            {choice.text}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </>
  );
}
