/** Estimates and half-widths that close in on one value, as an experiment repeated with more and more answers would. */
const STUDIES = [
  [0.46, 0.412],
  [0.71, 0.36],
  [0.52, 0.277],
  [0.66, 0.215],
  [0.55, 0.174],
  [0.645, 0.145],
  [0.575, 0.125],
  [0.63, 0.11],
  [0.592, 0.098],
  [0.622, 0.089],
  [0.6, 0.082],
  [0.617, 0.0755],
  [0.605, 0.07],
  [0.613, 0.066],
  [0.61, 0.062],
] as const;

/** The picture beside the sign-in: the more answers, the narrower the range. */
export function Forest() {
  return (
    <div class="forest">
      {STUDIES.map(([value, half]) => (
        <span
          key={half}
          class="interval"
          style={{ '--low': `${value - half}`, '--value': `${value}`, '--high': `${Math.min(0.98, value + half)}` }}
        >
          <i class="interval-range" />
          <i class="interval-bead" />
        </span>
      ))}
    </div>
  );
}
