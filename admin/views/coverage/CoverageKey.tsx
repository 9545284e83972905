import type { CoverageLine } from '../../../contract/coverage.ts';
import { COVERAGES } from '../../../contract/coverageKinds.ts';
import { formatNumber } from '../../format/number.ts';
import { formatPercent } from '../../format/percent.ts';
import { t } from '../../messages/translate.ts';
import { peopleHref } from '../../models/coverage.ts';

/** What the parts of a bar mean, with the numbers behind it. */
export function CoverageKey({ line }: { line: CoverageLine }) {
  return (
    <dl class="coverage-key">
      {COVERAGES.map((name) => (
        <div key={name}>
          <dt>
            <i data-coverage={name} aria-hidden="true" />
            {t(`coverage.${name}`)}
          </dt>
          <dd>
            <a class="strong" href={peopleHref({ coverage: name })}>
              {formatNumber(line.counts[name])}
            </a>
            <span class="faint small">{formatPercent(line.people === 0 ? 0 : line.counts[name] / line.people)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
