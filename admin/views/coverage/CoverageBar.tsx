import type { CoverageLine } from '../../../contract/coverage.ts';
import { COVERAGES } from '../../../contract/coverageKinds.ts';
import { formatNumber } from '../../format/number.ts';
import { formatPercent } from '../../format/percent.ts';
import { t } from '../../messages/translate.ts';
import { peopleHref } from '../../models/coverage.ts';

interface CoverageBarProps {
  line: CoverageLine;
  /** Of whom it speaks, for the people each part leads to. */
  narrowed: Partial<Record<'segment' | 'stage' | 'company', string>>;
  size?: 'large';
}

/** How people stand, as parts of one bar: dashed is who was never asked, hollow who is silent, solid who was heard lately. */
export function CoverageBar({ line, narrowed, size }: CoverageBarProps) {
  const { people, counts } = line;
  return (
    <span class="coverage-bar" data-size={size}>
      {COVERAGES.map((name) => {
        const n = counts[name];
        if (n === 0) return null;
        const label = t('coverage.part', {
          name: t(`coverage.${name}`),
          n: formatNumber(n),
          share: formatPercent(n / people),
        });
        return (
          <a
            key={name}
            href={peopleHref({ ...narrowed, coverage: name })}
            data-coverage={name}
            style={{ '--part': `${n}` }}
            title={label}
          >
            <span class="visually-hidden">{label}</span>
          </a>
        );
      })}
    </span>
  );
}
