import type { ImportSummary } from '../../../contract/imports.ts';
import { INTAKE_VERDICTS } from '../../../contract/importTerms.ts';

/** How the rows divide by verdict: filled is new, striped is changed, outlined stays. The numbers stand beside it. */
export function VerdictBar({ counts }: { counts: NonNullable<ImportSummary['planned']> }) {
  return (
    <span class="verdict-bar" aria-hidden="true">
      {INTAKE_VERDICTS.map(
        (verdict) =>
          counts[verdict] > 0 && (
            <i key={verdict} data-verdict={verdict} style={{ flexGrow: String(counts[verdict]) }} />
          ),
      )}
    </span>
  );
}
