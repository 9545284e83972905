/** A text as a SOQL string literal: whatever it holds, it stays one value. */
export function soqlText(value: string): string {
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `'${escaped}'`;
}

/** An instant as a SOQL dateTime literal, which takes no quotes. */
export function soqlTime(time: number): string {
  return new Date(time).toISOString();
}

/** Whether a name may stand in a SELECT: a field, or one of a parent record. */
export function isSoqlField(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*){0,3}$/.test(name);
}
