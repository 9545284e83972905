export type Scalar = string | number | boolean;

/** The longest name of an attribute. */
const NAME_MAX = 60;
/** How deep names are joined; what lies deeper is nobody's attribute. */
const DEPTH_MAX = 2;
/** So many values are looked at, whatever was sent. */
const LOOKED_AT_MAX = 500;

/**
 * Nested values as a flat record of texts, numbers and truths: objects join their names by a dot, lists of plain values
 * become one text. What is none of these, or has a name that is too long, is left out.
 */
export function flatten(
  values: Readonly<Record<string, unknown>>,
  { keys, length }: { keys: number; length: number },
): Record<string, Scalar> {
  const flat = new Map<string, Scalar>();
  let looked = 0;
  const take = (prefix: string, inner: Readonly<Record<string, unknown>>, depth: number) => {
    for (const [name, value] of Object.entries(inner)) {
      if (++looked > LOOKED_AT_MAX || flat.size >= keys) return;
      const key = plain(prefix + name).trim();
      if (key === '' || key.length > NAME_MAX) continue;
      const scalar = scalarOf(value, length);
      if (scalar !== null) flat.set(key, scalar);
      else if (depth < DEPTH_MAX && typeof value === 'object' && value !== null && !Array.isArray(value)) {
        take(`${key}.`, value as Record<string, unknown>, depth + 1);
      }
    }
  };
  take('', values, 1);
  return Object.fromEntries(flat);
}

/** A value as it can be kept; null for what cannot, and for what says nothing. */
export function scalarOf(value: unknown, length: number): Scalar | null {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'string':
      return plain(value).slice(0, length).trim().toWellFormed() || null;
    default: {
      if (!Array.isArray(value)) return null;
      const parts = value.slice(0, 40).map((part) => (Array.isArray(part) ? null : scalarOf(part, length)));
      return parts.length > 0 && parts.every((part) => part !== null)
        ? parts.join(', ').slice(0, length).toWellFormed()
        : null;
    }
  }
}

/** Text without what is not text: control characters, halves of characters. */
function plain(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the point
  return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').toWellFormed();
}
