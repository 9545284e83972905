import { t } from '../messages/translate.ts';

/** The product's sign and name. */
export function Brand() {
  return (
    <>
      <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
        <path
          class="brand-stone"
          d="M8.2 1.9c4.3-1.3 9.6-.3 12.1 3.2 2.6 3.7 2.7 9.6-.1 13.2-2.7 3.5-8.3 4.6-12.7 3.3C3.3 20.4.9 16.5 1 12.1 1.1 7.6 4 3.2 8.2 1.9Z"
        />
        <path class="brand-streak" d="m5.6 16.6 12.2-8.9" />
        <circle class="brand-dot" cx="12.7" cy="11.4" r="2.6" />
      </svg>
      <span>{t('brand')}</span>
    </>
  );
}
