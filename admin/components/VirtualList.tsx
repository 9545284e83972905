import {
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

interface VirtualListProps<Item> {
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** About how tall a row is, in pixels; the true height is measured. */
  rowHeight: number;
  render: (item: Item) => ComponentChildren;
  /** Called when the end comes near. */
  onEnd?: () => void;
  /** Called when the list leaves its top, or is back there. */
  onAway?: (away: boolean) => void;
  /** The item to keep in sight. */
  current?: string | null;
}

const NEAR_END = 12;

/** A long list of which only the rows in sight are in the page. */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, items, keyOf, rowHeight, render, onEnd, onAway, current } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const options = {
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index: number) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: 8,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    measureElement,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());

  const rows = virtualizer.getVirtualItems();
  const last = rows.at(-1)?.index ?? -1;
  const nearEnd = last >= items.length - NEAR_END;
  useEffect(() => {
    if (nearEnd && items.length > 0) onEnd?.();
  }, [nearEnd, items.length, onEnd]);

  const at = current ? items.findIndex((item) => keyOf(item) === current) : -1;
  const latest = useRef(at);
  latest.current = at;
  useEffect(() => {
    if (current && latest.current >= 0) virtualizer.scrollToIndex(latest.current, { align: 'auto' });
  }, [current, virtualizer]);

  return (
    <div class="virtual" ref={scroller} onScroll={(event) => onAway?.(event.currentTarget.scrollTop > rowHeight / 2)}>
      <ul aria-label={label} style={{ blockSize: `${virtualizer.getTotalSize()}px`, position: 'relative' }}>
        {rows.map(({ index, key, start }) => {
          const item = items[index];
          return item === undefined ? null : (
            <li
              key={String(key)}
              data-index={index}
              ref={(element) => virtualizer.measureElement(element)}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{
                position: 'absolute',
                insetInline: '0',
                insetBlockStart: '0',
                transform: `translateY(${start}px)`,
              }}
            >
              {render(item)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
