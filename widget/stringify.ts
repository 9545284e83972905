/**
 * JSON as it is meant, on pages where an old library has given arrays or objects a `toJSON` of its own: a replacer's
 * `this` still holds what that made something else of.
 */
export function stringify(value: object): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key) {
    return this[key];
  });
}
