/**
 * The first of `wanted` that `offered` has, by its full tag or else its language (RFC 4647 lookup); without one the
 * first offered. Tags compare without case.
 */
export function chooseLocale(offered: readonly string[], wanted: readonly string[]): string | undefined {
  const language = (tag: string) => tag.toLowerCase().split('-')[0];
  for (const tag of wanted) {
    const found =
      offered.find((one) => one.toLowerCase() === tag.toLowerCase()) ??
      offered.find((one) => language(one) === language(tag));
    if (found) return found;
  }
  return offered[0];
}
