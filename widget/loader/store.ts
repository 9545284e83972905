/** A visitor's few values on this device: `localStorage` while it can be had, memory otherwise. */
export interface Store {
  get(key: string): string | null;
  /** Tells whether the value will outlive the page. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  /** Those that start with `beginning`. */
  keys(beginning?: string): string[];
}

/**
 * A store whose keys start with `prefix`. Reading `localStorage` throws where storage is blocked and writing throws
 * where it is full, so that `storage` is a function and each call stands alone; `false` where nothing may be kept.
 */
export function createStore(prefix: string, storage: () => Storage | false): Store {
  const memory = new Map<string, string>();
  const attempt = <T>(work: (storage: Storage) => T): T | undefined => {
    try {
      // What is false has no methods, which throws like all the rest.
      return work(storage() as Storage);
    } catch {
      // Memory is all there is.
      return undefined;
    }
  };
  return {
    get: (key) => memory.get(key) ?? attempt((kept) => kept.getItem(prefix + key)) ?? null,
    set: (key, value) =>
      attempt((kept) => {
        kept.setItem(prefix + key, value);
        memory.delete(key);
        return true;
      }) ?? !memory.set(key, value),
    remove(key) {
      memory.delete(key);
      attempt((kept) => kept.removeItem(prefix + key));
    },
    keys: (beginning = '') =>
      [...memory.keys()]
        .concat((attempt(Object.keys) ?? []).flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : [])))
        .filter((key) => key.startsWith(beginning)),
  };
}
