/** Each isolate writes so often, and no more: strangers choose what origins they name. */
const WRITTEN_EVERY = 300_000;
/** So many wait to be written for each site; the rest of a flood is not missed. */
const WAITING_MAX = 20;
const SITES_MAX = 10_000;
const ORIGIN_MAX = 200;

/** Where a call comes from, by its `Origin` or else its `Referer`; null when neither says. */
export function originOf(headers: Headers): string | null {
  const origin = headers.get('origin');
  if (origin === 'null') return 'null';
  const url = URL.parse(origin ?? headers.get('referer') ?? '');
  if (!url || !/^https?:$/.test(url.protocol) || url.origin.length > ORIGIN_MAX) return null;
  return url.origin;
}

/**
 * Origins noted of sites, kept until they may be written: at once when a site has had none for five minutes, together
 * with the next one otherwise.
 */
export class OriginNotes {
  readonly #sites = new Map<string, { written: number; waiting: Map<string, number> }>();

  /** Notes an origin. Answers what is to be written now: origins with when they were met last, oldest first. */
  note(site: string, origin: string, now: number): [origin: string, at: number][] {
    if (!this.#sites.has(site) && this.#sites.size >= SITES_MAX) this.#sites.clear();
    const notes = this.#sites.get(site) ?? { written: Number.NEGATIVE_INFINITY, waiting: new Map<string, number>() };
    this.#sites.set(site, notes);
    const { waiting } = notes;
    if (waiting.has(origin) || waiting.size < WAITING_MAX) {
      waiting.delete(origin);
      waiting.set(origin, now);
    }
    if (now - notes.written < WRITTEN_EVERY) return [];
    this.#sites.set(site, { written: now, waiting: new Map() });
    return [...waiting];
  }
}
