/** Plain decimal numbers without leading zeros, which would be codes, and short enough to be exact. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/;

/** A cell as an attribute: what is plainly a number becomes one, everything else stays as written. */
export function readAttribute(value: string): string | number {
  return NUMBER.test(value) ? Number(value) : value;
}
