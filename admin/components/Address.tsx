/** An email address, broken before its host if it is too long, and not at a hyphen. */
export function Address({ value }: { value: string }) {
  const at = value.lastIndexOf('@');
  return (
    <bdi class="address" dir="ltr">
      <span>{value.slice(0, at)}</span>
      <span>{value.slice(at)}</span>
    </bdi>
  );
}
