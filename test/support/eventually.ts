/**
 * Asks again until an answer satisfies, or fails with the last one: for what happens after a reply.
 *
 * @param within milliseconds
 */
export async function eventually<T>(
  ask: () => Promise<T>,
  satisfies: (value: T) => boolean,
  within = 5_000,
): Promise<T> {
  const until = Date.now() + within;
  for (;;) {
    const value = await ask();
    if (satisfies(value)) return value;
    if (Date.now() > until) throw new Error(`still ${JSON.stringify(value)?.slice(0, 500)} after ${within} ms`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
