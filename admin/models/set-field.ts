/** A copy with one field set; `undefined` takes it away, so that what is not said is not there at all. */
export function setField<Source extends object, Name extends keyof Source>(
  source: Source,
  name: Name,
  value: Source[Name] | undefined,
): Source {
  if (value !== undefined) return { ...source, [name]: value };
  const { [name]: _, ...rest } = source;
  return rest as Source;
}
