import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { moveItem } from '../../models/move-item.ts';

interface ReorderProps<Item> {
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** What a screen reader calls an item. */
  nameOf: (item: Item) => string;
  onMove: (from: number, to: number) => void;
  disabled?: boolean;
  class?: string;
  /** Draws an item around its grip; `place` counts from 0 in the order shown. */
  children: (item: Item, grip: ComponentChildren, place: number) => ComponentChildren;
}

interface Lift {
  key: string;
  from: number;
  to: number;
  by: 'key' | 'pointer';
}

/** How far down an item belongs that is held at this height: below every other whose middle is above it. */
function placeAt(list: HTMLElement, key: string, y: number): number {
  return [...list.children].filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return row instanceof HTMLElement && row.dataset['key'] !== key && top + height / 2 < y;
  }).length;
}

/**
 * A list put in order by dragging a grip, or by key: Space lifts, arrows move, Space drops, Escape puts back. What happens
 * is said aloud.
 */
export function Reorder<Item>({
  label,
  items,
  keyOf,
  nameOf,
  onMove,
  disabled = false,
  class: name,
  children,
}: ReorderProps<Item>) {
  const list = useRef<HTMLOListElement>(null);
  const lift = useSignal<Lift | null>(null);
  const said = useSignal('');
  const hint = useId();
  const held = lift.value;
  const shown = held ? moveItem(items, held.from, held.to) : items;

  const grip = (key: string) => list.current?.querySelector<HTMLElement>(`[data-grip="${CSS.escape(key)}"]`);
  // What moves in the document loses its focus, and may have left the window.
  useLayoutEffect(() => {
    if (!held) return;
    const element = grip(held.key);
    if (held.by === 'key') element?.focus();
    element?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [held?.key, held?.to]);

  const say = (text: 'lifted' | 'moved' | 'dropped' | 'put-back', key: string, place: number) => {
    const item = items.find((one) => keyOf(one) === key);
    said.value = t(`builder.order-${text}`, { name: item ? nameOf(item) : '', place: place + 1, total: items.length });
  };
  const raise = (key: string, by: Lift['by']) => {
    const from = items.findIndex((item) => keyOf(item) === key);
    lift.value = { key, from, to: from, by };
    say('lifted', key, from);
  };
  const moveTo = (to: number) => {
    const now = lift.value;
    if (!now || to === now.to || to < 0 || to >= items.length) return;
    lift.value = { ...now, to };
    say('moved', now.key, to);
  };
  const drop = () => {
    const now = lift.value;
    if (!now) return;
    lift.value = null;
    say('dropped', now.key, now.to);
    onMove(now.from, now.to);
  };
  const putBack = () => {
    const now = lift.value;
    if (!now) return;
    lift.value = null;
    say('put-back', now.key, now.from);
    requestAnimationFrame(() => grip(now.key)?.focus());
  };

  const pressed = (event: KeyboardEvent, key: string) => {
    const now = lift.value;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (now) drop();
      else raise(key, 'key');
    } else if (now && event.key === 'Tab') drop();
    else if (now && ['ArrowUp', 'ArrowDown', 'Home', 'End', 'Escape'].includes(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') putBack();
      else if (event.key === 'Home') moveTo(0);
      else if (event.key === 'End') moveTo(items.length - 1);
      else moveTo(now.to + (event.key === 'ArrowUp' ? -1 : 1));
    }
  };

  return (
    <>
      <ol
        ref={list}
        class={name}
        aria-label={label}
        data-lifting={held ? '' : undefined}
        onPointerMove={(event) => {
          const now = lift.value;
          if (now?.by === 'pointer') moveTo(placeAt(event.currentTarget, now.key, event.clientY));
        }}
        onPointerUp={() => {
          if (lift.value?.by === 'pointer') drop();
        }}
        onPointerCancel={() => {
          if (lift.value?.by === 'pointer') putBack();
        }}
      >
        {shown.map((item, place) => {
          const key = keyOf(item);
          return (
            <li key={key} data-key={key} data-lifted={held?.key === key ? '' : undefined}>
              {children(
                item,
                !disabled && (
                  <button
                    type="button"
                    class="grip"
                    data-grip={key}
                    aria-label={t('builder.order-grip', { name: nameOf(item) })}
                    aria-describedby={hint}
                    aria-pressed={held?.key === key}
                    onKeyDown={(event) => pressed(event, key)}
                    onBlur={() => {
                      // Moved in the document it is blurred for a moment, and has the focus again before the next frame.
                      requestAnimationFrame(() => {
                        if (lift.value?.by === 'key' && document.activeElement !== grip(key)) drop();
                      });
                    }}
                    onPointerDown={(event) => {
                      if (event.button !== 0) return;
                      // The list keeps the pointer: what is dragged moves in the document, and would lose it.
                      list.current?.setPointerCapture(event.pointerId);
                      raise(key, 'pointer');
                    }}
                  >
                    <Icon name="grip-vertical" />
                  </button>
                ),
                place,
              )}
            </li>
          );
        })}
      </ol>
      <span class="visually-hidden" id={hint}>
        {t('builder.order-hint')}
      </span>
      <span class="visually-hidden" role="status">
        {said.value}
      </span>
    </>
  );
}
