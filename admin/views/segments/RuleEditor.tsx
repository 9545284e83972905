import type { SegmentCondition, SegmentGroup, SegmentRule } from '../../../contract/segment.ts';
import { Icon } from '../../components/Icon.tsx';
import { Segments } from '../../components/Segments.tsx';
import { t } from '../../messages/translate.ts';
import { changeRule } from '../../models/segment-editor.ts';
import { Choice } from './Choice.tsx';
import { ConditionFields } from './ConditionFields.tsx';
import { KINDS, newCondition } from './newCondition.ts';

type Part = SegmentRule['of'][number];

const MATCHES = ['all', 'any'] as const;
/** As many as a segment may have; see its bounds. */
const CONDITIONS_MAX = 20;

function Match({ value, onMatch }: { value: SegmentRule['match']; onMatch: (match: SegmentRule['match']) => void }) {
  return (
    <Segments
      label={t('segments.match')}
      value={value}
      choices={MATCHES.map((match) => ({ value: match, text: t(`segments.match-${match}`) }))}
      onChoose={onMatch}
    />
  );
}

interface ConditionRowProps {
  condition: SegmentCondition;
  onCondition: (condition: SegmentCondition) => void;
  /** Absent where it is the only one. */
  onRemove: (() => void) | undefined;
}

function ConditionRow({ condition, onCondition, onRemove }: ConditionRowProps) {
  return (
    <li class="condition">
      <div class="condition-fields">
        <Choice
          label={t('segments.kind')}
          value={condition.by}
          choices={KINDS.map((value) => ({ value, text: t(`segments.by-${value}`) }))}
          onChoose={(kind) => onCondition(newCondition(kind))}
        />
        <ConditionFields condition={condition} onCondition={onCondition} />
      </div>
      {onRemove && (
        <button
          type="button"
          class="button"
          data-kind="quiet"
          data-shape="square"
          aria-label={t('segments.remove')}
          onClick={onRemove}
        >
          <Icon name="x" />
        </button>
      )}
    </li>
  );
}

function replaced<Item>(items: readonly Item[], at: number, item: Item | null): Item[] {
  return items.flatMap((one, place) => (place === at ? (item === null ? [] : [item]) : [one]));
}

interface GroupProps {
  group: SegmentGroup;
  isFull: boolean;
  onGroup: (group: SegmentGroup | null) => void;
}

function Group({ group, isFull, onGroup }: GroupProps) {
  const { match, conditions } = group;
  return (
    <li class="condition-group">
      <div class="row">
        <Match value={match} onMatch={(next) => onGroup({ ...group, match: next })} />
        <button
          type="button"
          class="button push"
          data-kind="quiet"
          data-shape="square"
          aria-label={t('segments.remove-group')}
          onClick={() => onGroup(null)}
        >
          <Icon name="x" />
        </button>
      </div>
      <ul>
        {conditions.map((condition, at) => (
          <ConditionRow
            key={at}
            condition={condition}
            onCondition={(next) => onGroup({ ...group, conditions: replaced(conditions, at, next) })}
            onRemove={
              conditions.length > 1
                ? () => onGroup({ ...group, conditions: replaced(conditions, at, null) })
                : undefined
            }
          />
        ))}
      </ul>
      <button
        type="button"
        class="button"
        data-kind="quiet"
        data-size="small"
        disabled={isFull}
        onClick={() => onGroup({ ...group, conditions: [...conditions, newCondition('text')] })}
      >
        <Icon name="plus" />
        {t('segments.add')}
      </button>
    </li>
  );
}

/** Conditions, and groups of them, being written. */
export function RuleEditor({ rule }: { rule: SegmentRule }) {
  const { match, of } = rule;
  const isFull = of.reduce((sum, one) => sum + ('conditions' in one ? one.conditions.length : 1), 0) >= CONDITIONS_MAX;
  const change = (at: number, part: Part | null) => changeRule({ match, of: replaced(of, at, part) });
  return (
    <div class="rule-editor">
      <Match value={match} onMatch={(next) => changeRule({ match: next, of })} />
      <ul>
        {of.map((one, at) =>
          'conditions' in one ? (
            <Group
              key={at}
              group={one}
              isFull={isFull}
              onGroup={(group) => {
                if (group !== null || of.length > 1) change(at, group);
              }}
            />
          ) : (
            <ConditionRow
              key={at}
              condition={one}
              onCondition={(condition) => change(at, condition)}
              onRemove={of.length > 1 ? () => change(at, null) : undefined}
            />
          ),
        )}
      </ul>
      <div class="row" data-wrap>
        <button
          type="button"
          class="button"
          disabled={isFull}
          onClick={() => changeRule({ match, of: [...of, newCondition('text')] })}
        >
          <Icon name="plus" />
          {t('segments.add')}
        </button>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          disabled={isFull}
          onClick={() =>
            changeRule({
              match,
              of: [...of, { match: match === 'all' ? 'any' : 'all', conditions: [newCondition('score')] }],
            })
          }
        >
          {t('segments.add-group')}
        </button>
      </div>
    </div>
  );
}
