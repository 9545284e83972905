import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Faults } from '../models/faults.ts';
import { Icon } from './Icon.tsx';

interface FormProps {
  class: string;
  faults: Faults;
  /** Called with what was filled in; the form waits for it. */
  onSubmit: (form: FormData) => Promise<void>;
  children: ComponentChildren;
  /** Draws the buttons at the foot, given whether the form is waiting. */
  actions: (busy: boolean) => ComponentChildren;
}

/** A form that is sent once at a time, says what was refused, and puts the focus on the first field refused. */
export function Form({ class: name, faults, onSubmit, children, actions }: FormProps) {
  const busy = useSignal(false);
  const element = useRef<HTMLFormElement>(null);
  const tries = useSignal(0);
  useEffect(() => {
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries.value]);
  return (
    <form
      ref={element}
      class={name}
      onSubmit={async (event) => {
        event.preventDefault();
        busy.value = true;
        try {
          await onSubmit(new FormData(event.currentTarget));
        } finally {
          busy.value = false;
          tries.value += 1;
        }
      }}
    >
      {children}
      <div class="form-foot">
        <div role="alert">
          {faults.whole.value && (
            <p class="form-error">
              <Icon name="triangle-alert" />
              {faults.whole.value}
            </p>
          )}
        </div>
        {actions(busy.value)}
      </div>
    </form>
  );
}
