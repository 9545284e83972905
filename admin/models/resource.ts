import { type Signal, signal } from '@preact/signals';
import { ApiError } from '../api.ts';

/** Something read from the server: what there is, what went wrong, whether it is on its way. */
export interface Resource<Data> {
  readonly data: Signal<Data | null>;
  readonly error: Signal<ApiError | null>;
  readonly loading: Signal<boolean>;
  /** Reads anew; a read still under way is dropped. What is shown stays until the answer is here. */
  load(read: (signal: AbortSignal) => Promise<Data>): Promise<void>;
  /** Forgets everything, for when the next thing read is another thing. */
  clear(): void;
}

/** An empty resource. */
export function createResource<Data>(): Resource<Data> {
  const data = signal<Data | null>(null);
  const error = signal<ApiError | null>(null);
  const loading = signal(false);
  let under: AbortController | null = null;
  return {
    data,
    error,
    loading,
    async load(read) {
      under?.abort();
      const mine = new AbortController();
      under = mine;
      loading.value = true;
      try {
        const result = await read(mine.signal);
        if (mine.signal.aborted) return;
        data.value = result;
        error.value = null;
      } catch (reason) {
        if (mine.signal.aborted) return;
        if (!(reason instanceof ApiError)) throw reason;
        error.value = reason;
      } finally {
        if (under === mine) loading.value = false;
      }
    },
    clear() {
      under?.abort();
      data.value = null;
      error.value = null;
      loading.value = false;
    },
  };
}
