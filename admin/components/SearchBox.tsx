import type { RefObject } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { debounce } from '../models/debounce.ts';
import { Icon } from './Icon.tsx';

interface SearchBoxProps {
  label: string;
  value: string;
  /** Called a moment after the last key. */
  onSearch: (text: string) => void;
  input: RefObject<HTMLInputElement | null>;
  /** The key that leads here, shown as a cap. */
  keyCap?: string;
}

const PAUSE = 250;

/** A search field. Escape empties it, and once empty leaves it. */
export function SearchBox({ label, value, onSearch, input, keyCap }: SearchBoxProps) {
  // What is searched for may be changed elsewhere, such as by going back; never under the hands of who types.
  useEffect(() => {
    const element = input.current;
    if (element && element !== document.activeElement) element.value = value;
  }, [value, input]);
  const search = useMemo(() => debounce(onSearch, PAUSE), [onSearch]);
  return (
    <search class="search">
      <Icon name="search" size="small" />
      <input
        ref={input}
        type="search"
        aria-keyshortcuts={keyCap}
        aria-label={label}
        placeholder={label}
        defaultValue={value}
        onInput={(event) => search(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (event.currentTarget.value === '') event.currentTarget.blur();
          else {
            event.currentTarget.value = '';
            onSearch('');
          }
        }}
      />
      {keyCap && <kbd>{keyCap}</kbd>}
    </search>
  );
}
