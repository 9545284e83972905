import type { Trust } from '../../contract/metric.ts';
import { t } from '../messages/translate.ts';

interface TrustMarkProps {
  trust: Trust;
  /** Whether the word stands beside the mark; else only a screen reader hears it. */
  word?: boolean;
}

const QUOTES =
  'M5.2 9.9c.75-.55 1.1-1.1 1.15-1.7A1.25 1.25 0 1 1 7.5 6.9c0 1.6-.75 2.75-1.85 3.4zm3.3 0c.75-.55 1.1-1.1 1.15-1.7a1.25 1.25 0 1 1 1.15-1.3c0 1.6-.75 2.75-1.85 3.4z';

function Drawing({ trust }: { trust: Trust }) {
  if (trust === 'verified') {
    return (
      <>
        <circle class="trust-disc" cx="8" cy="8" r="7" />
        <path class="trust-check" d="m4.9 8.2 2.1 2.1 4.1-4.4" />
      </>
    );
  }
  if (trust === 'claimed') {
    return (
      <>
        <circle class="trust-ring" cx="8" cy="8" r="6.3" />
        <path class="trust-marks" d={QUOTES} />
      </>
    );
  }
  return <circle class="trust-dashes" cx="8" cy="8" r="6.3" />;
}

/** How an answer or identifier was tied: solid disc is proven, ring with quotation marks is said, dashes are unknown. */
export function TrustMark({ trust, word = false }: TrustMarkProps) {
  const name = t(`trust.${trust}`);
  return (
    <span class="trust" data-trust={trust} title={word ? undefined : name}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <Drawing trust={trust} />
      </svg>
      <span class={word ? undefined : 'visually-hidden'}>{name}</span>
    </span>
  );
}
