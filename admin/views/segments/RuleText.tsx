import type { SegmentCondition, SegmentRule } from '../../../contract/segment.ts';
import { t } from '../../messages/translate.ts';
import { conditionText } from './conditionText.ts';

function Condition({ condition }: { condition: SegmentCondition }) {
  const { about, parts } = conditionText(condition);
  return (
    <li class="rule-line">
      <bdi class="soft">{about}</bdi>
      <span>
        <bdi class="strong">{parts[0]}</bdi>
        {parts.slice(1).map((part) => (
          <span key={part} class="soft">
            {' · '}
            <bdi>{part}</bdi>
          </span>
        ))}
      </span>
    </li>
  );
}

/** Who is in a segment, in words. */
export function RuleText({ rule }: { rule: SegmentRule }) {
  return (
    <div class="rule">
      {rule.of.length > 1 && <p class="faint small">{t(`segments.match-${rule.match}`)}</p>}
      <ul>
        {rule.of.map((one, at) =>
          'conditions' in one ? (
            <li key={at} class="rule-group">
              <p class="faint small">{t(`segments.match-${one.match}`)}</p>
              <ul>
                {one.conditions.map((condition, place) => (
                  <Condition key={place} condition={condition} />
                ))}
              </ul>
            </li>
          ) : (
            <Condition key={at} condition={one} />
          ),
        )}
      </ul>
    </div>
  );
}
