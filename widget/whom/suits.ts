import type { Who } from '../../contract/rules.ts';
import { device } from '../element/device.ts';
import type { Store } from '../loader/store.ts';
import { actedAt } from '../seen.ts';

/** Longer ago than this, in milliseconds, was another visit. */
const VISIT = 30 * 60_000;

/** Whether a survey is for this visitor, as far as their browser tells. */
export function suits(who: Who, store: Store, now: number): boolean {
  const { devices, languages, referrers, utm, visitors } = who;
  // The address that the document was opened with: an app may have moved on since.
  const landing = new URL(performance.getEntriesByType('navigation')[0]?.name ?? location.href).searchParams;
  const from = document.referrer && new URL(document.referrer).hostname;
  const speaks = navigator.languages.map((tag) => tag.toLowerCase());
  return (
    (!devices || devices.includes(device())) &&
    (!languages || languages.some((tag) => speaks.some((one) => `${one}-`.startsWith(`${tag.toLowerCase()}-`)))) &&
    (!referrers || referrers.some((host) => `.${from}`.endsWith(`.${host.toLowerCase()}`))) &&
    (!utm || utm.every(({ name, is }) => is.includes(landing.get(`utm_${name}`) ?? ''))) &&
    (!visitors || (visitors === 'returning') === actedAt(store).some((at) => now - at > VISIT))
  );
}
