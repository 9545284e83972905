/** A visitor's few values on this device: `localStorage` while it can be had, memory otherwise. */
export interface Store {
  get(key: string): string | null;
  /** Tells whether the value will outlive the page. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  keys(): string[];
}

/**
 * A store whose keys start with `prefix`. Reading `localStorage` throws where storage is blocked and writing throws
 * where it is full, so that `storage` is a function and each call stands alone.
 */
export function createStore(prefix: string, storage: () => Storage): Store {
  const memory = new Map<string, string>();
  return {
    get(key) {
      try {
        return memory.get(key) ?? storage().getItem(prefix + key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        storage().setItem(prefix + key, value);
        memory.delete(key);
        return true;
      } catch {
        memory.set(key, value);
        return false;
      }
    },
    remove(key) {
      memory.delete(key);
      try {
        storage().removeItem(prefix + key);
      } catch {
        // Nothing can be kept there, so nothing is left behind.
      }
    },
    keys() {
      const keys = [...memory.keys()];
      try {
        for (const key of Object.keys(storage())) if (key.startsWith(prefix)) keys.push(key.slice(prefix.length));
      } catch {
        // Memory is all there is.
      }
      return keys;
    },
  };
}
