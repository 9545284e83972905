import { hush, toasts } from '../models/toast.ts';
import { Icon } from './Icon.tsx';

/** What has just been done, for eyes and screen readers. */
export function Toasts() {
  return (
    <div class="toasts" role="status">
      {toasts.value.map((toast) => (
        <p class="toast" key={toast.id}>
          <Icon name={toast.kind === 'done' ? 'check' : 'triangle-alert'} size="small" />
          {toast.text}
          {toast.action && (
            <button
              type="button"
              class="toast-action"
              onClick={() => {
                toast.action?.run();
                hush(toast.id);
              }}
            >
              {toast.action.name}
            </button>
          )}
        </p>
      ))}
    </div>
  );
}
