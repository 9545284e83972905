import type { ComponentChildren } from 'preact';

interface EmptyProps {
  title: string;
  text: string;
  /** Ranges that narrow as answers come in: for the very first screen. */
  art?: boolean;
  children?: ComponentChildren;
}

const ART = [
  { low: 0.18, value: 0.5, high: 0.86, thin: true },
  { low: 0.3, value: 0.52, high: 0.74, thin: true },
  { low: 0.4, value: 0.56, high: 0.7, thin: false },
  { low: 0.47, value: 0.58, high: 0.68, thin: false },
];

/** Nothing here yet, and what to do next. */
export function Empty({ title, text, art = false, children }: EmptyProps) {
  return (
    <section class="state" data-centred>
      {art && (
        <div class="state-art" aria-hidden="true">
          {ART.map(({ low, value, high, thin }) => (
            <span
              key={high}
              class="interval"
              data-thin={thin ? '' : undefined}
              style={{ '--low': `${low}`, '--value': `${value}`, '--high': `${high}` }}
            >
              <i class="interval-range" />
              <i class="interval-bead" />
            </span>
          ))}
        </div>
      )}
      <h2 class="state-title">{title}</h2>
      <p class="soft">{text}</p>
      {children}
    </section>
  );
}
