import { useId } from 'preact/hooks';
import { METRICS } from '../../../contract/metric.ts';
import type { SegmentCondition } from '../../../contract/segment.ts';
import { sourceName } from '../../format/source.ts';
import { systemName } from '../../format/system.ts';
import { t } from '../../messages/translate.ts';
import { fields } from '../../models/segments.ts';
import { setField } from '../../models/set-field.ts';
import { TokenField } from '../surveys/TokenField.tsx';
import { attributeName } from './attributeName.ts';
import { BoundField } from './BoundField.tsx';
import { Choice } from './Choice.tsx';
import { DayRangeFields } from './DayRangeFields.tsx';
import { WhereFields } from './WhereFields.tsx';

interface ConditionFieldsProps<C extends SegmentCondition = SegmentCondition> {
  condition: C;
  onCondition: (condition: SegmentCondition) => void;
}
type FieldsOf<By extends SegmentCondition['by']> = ConditionFieldsProps<Extract<SegmentCondition, { by: By }>>;

const COMPARISONS = ['one-of', 'none-of', 'known', 'unknown'] as const;
const IDENTIFIERS = ['email', 'phone', 'external'] as const;
const WHAT = ['response', 'display', 'event'] as const;
const OF = ['last', 'any', 'mean'] as const;
const SCORED = METRICS.filter((metric) => metric !== 'none');
const OFTEN_MAX = 10_000;
const NUMBER_MAX = 1e12;

/** No word that is an address or a number to call: see the bounds of a segment. */
function parseWord(text: string): string | null {
  return /\S@\S/.test(text) || /^\s*[+0۰٠][\d۰-۹٠-٩\s().-]{7,}$/.test(text) ? null : text;
}

function AttributeField({ name, onName }: { name: string; onName: (name: string) => void }) {
  const id = useId();
  return (
    <>
      <input
        class="input attribute-name"
        aria-label={t('segments.attribute')}
        list={id}
        dir="auto"
        maxLength={60}
        value={name}
        onChange={(event) => onName(event.currentTarget.value.trim())}
      />
      <datalist id={id}>
        {(fields.data.value?.attributes ?? []).map((one) => (
          <option key={one.name} value={one.name}>
            {attributeName(one.name)}
          </option>
        ))}
      </datalist>
    </>
  );
}

function Words({ condition, onCondition }: FieldsOf<'text' | 'company'>) {
  const known =
    condition.by === 'text' ? fields.data.value?.attributes.find(({ name }) => name === condition.name)?.values : [];
  return (
    <>
      <Choice
        label={t('segments.is')}
        value={condition.is}
        choices={COMPARISONS.map((value) => ({ value, text: t(`segments.${value}`) }))}
        onChoose={(is) => onCondition({ ...condition, is })}
      />
      {(condition.is === 'one-of' || condition.is === 'none-of') && (
        <div class="words">
          <TokenField
            label={t('segments.words')}
            quiet
            dir="auto"
            values={condition.words}
            parse={parseWord}
            fault={t('segments.words-fault')}
            suggestions={(known ?? []).map((value) => ({ value, text: value }))}
            onValues={(words) => onCondition({ ...condition, words })}
          />
        </div>
      )}
    </>
  );
}

function Ends({
  condition,
  onCondition,
  min,
  max,
}: FieldsOf<'number' | 'score' | 'did'> & { min: number; max: number }) {
  const whole = condition.by === 'did';
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <BoundField
          key={end}
          label={t(`segments.${end}`)}
          value={condition[end]}
          min={min}
          max={max}
          {...(whole ? {} : { step: 'any' as const })}
          onNumber={(value) => onCondition(setField(condition, end, value))}
        />
      ))}
    </>
  );
}

function Did({ condition, onCondition }: FieldsOf<'did'>) {
  const id = useId();
  return (
    <>
      <Choice
        label={t('segments.by-did')}
        value={condition.what}
        choices={WHAT.map((value) => ({ value, text: t(`segments.what-${value}`) }))}
        onChoose={(what) => onCondition({ by: 'did', what, from: condition.from ?? 1 })}
      />
      {condition.what === 'event' && (
        <>
          <input
            class="input attribute-name"
            aria-label={t('segments.event-name')}
            placeholder={t('segments.any-event')}
            list={id}
            dir="auto"
            maxLength={200}
            value={condition.event ?? ''}
            onChange={(event) =>
              onCondition(setField(condition, 'event', event.currentTarget.value.trim() || undefined))
            }
          />
          <datalist id={id}>
            {(fields.data.value?.events ?? []).map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
      <Ends condition={condition} onCondition={onCondition} min={0} max={OFTEN_MAX} />
      <WhereFields condition={condition} placed={condition.what !== 'event'} onCondition={onCondition} />
    </>
  );
}

function Score({ condition, onCondition }: FieldsOf<'score'>) {
  return (
    <>
      <Choice
        label={t('segments.measure')}
        value={condition.metric}
        choices={SCORED.map((value) => ({ value, text: t(`metric.${value}`) }))}
        onChoose={(metric) => onCondition({ ...condition, metric })}
      />
      <Choice
        label={t('segments.is')}
        value={condition.of}
        choices={OF.map((value) => ({ value, text: t(`segments.of-${value}`) }))}
        onChoose={(of) => onCondition({ ...condition, of })}
      />
      <Ends condition={condition} onCondition={onCondition} min={-10} max={10} />
      <WhereFields condition={condition} placed onCondition={onCondition} />
    </>
  );
}

function Identifier({ condition, onCondition }: FieldsOf<'identifier'>) {
  const systems = fields.data.value?.systems ?? [];
  return (
    <>
      <Choice
        label={t('segments.is')}
        value={condition.has ? 'has' : 'has-not'}
        choices={(['has', 'has-not'] as const).map((value) => ({ value, text: t(`segments.${value}`) }))}
        onChoose={(has) => onCondition({ ...condition, has: has === 'has' })}
      />
      <Choice
        label={t('segments.by-identifier')}
        value={condition.kind}
        choices={IDENTIFIERS.map((value) => ({ value, text: t(`segments.${value}`) }))}
        onChoose={(kind) => onCondition({ by: 'identifier', kind, has: condition.has })}
      />
      {condition.kind === 'external' && (
        <Choice
          label={t('segments.external')}
          value={condition.system ?? ''}
          choices={['', ...systems].map((value) => ({
            value,
            text: value ? systemName(value) : t('segments.any-system'),
          }))}
          onChoose={(system) => onCondition(setField(condition, 'system', system || undefined))}
        />
      )}
    </>
  );
}

function Source({ condition, onCondition }: FieldsOf<'source'>) {
  return (
    <>
      <Choice
        label={t('segments.is')}
        value={condition.has ? 'has' : 'has-not'}
        choices={(['has', 'has-not'] as const).map((value) => ({ value, text: t(`segments.${value}`) }))}
        onChoose={(has) => onCondition({ ...condition, has: has === 'has' })}
      />
      <div class="words">
        <TokenField
          label={t('segments.by-source')}
          quiet
          values={condition.words}
          show={sourceName}
          suggestions={(fields.data.value?.sources ?? []).map((value) => ({ value, text: sourceName(value) }))}
          needed
          onValues={(words) => onCondition({ ...condition, words })}
        />
      </div>
    </>
  );
}

/** What one condition says, to be filled in. */
export function ConditionFields({ condition, onCondition }: ConditionFieldsProps) {
  switch (condition.by) {
    case 'text':
      return (
        <>
          <AttributeField name={condition.name} onName={(name) => onCondition({ ...condition, name })} />
          <Words condition={condition} onCondition={onCondition} />
        </>
      );
    case 'company':
      return <Words condition={condition} onCondition={onCondition} />;
    case 'number':
      return (
        <>
          <AttributeField name={condition.name} onName={(name) => onCondition({ ...condition, name })} />
          <Ends condition={condition} onCondition={onCondition} min={-NUMBER_MAX} max={NUMBER_MAX} />
        </>
      );
    case 'date':
      return (
        <>
          <AttributeField name={condition.name} onName={(name) => onCondition({ ...condition, name })} />
          <DayRangeFields range={condition.range} mayRecur onRange={(range) => onCondition({ ...condition, range })} />
        </>
      );
    case 'added':
      return <DayRangeFields range={condition.range} onRange={(range) => onCondition({ ...condition, range })} />;
    case 'did':
      return <Did condition={condition} onCondition={onCondition} />;
    case 'score':
      return <Score condition={condition} onCondition={onCondition} />;
    case 'identifier':
      return <Identifier condition={condition} onCondition={onCondition} />;
    case 'source':
      return <Source condition={condition} onCondition={onCondition} />;
    case 'never':
      return (
        <Choice
          label={t('segments.is')}
          value={condition.is ? 'yes' : 'no'}
          choices={(['yes', 'no'] as const).map((value) => ({ value, text: t(`segments.never-${value}`) }))}
          onChoose={(is) => onCondition({ ...condition, is: is === 'yes' })}
        />
      );
    case 'consent':
      return (
        <>
          <input
            class="input attribute-name"
            aria-label={t('segments.purpose')}
            maxLength={60}
            value={condition.purpose}
            onChange={(event) => onCondition({ ...condition, purpose: event.currentTarget.value.trim() })}
          />
          <Choice
            label={t('segments.is')}
            value={condition.is ? 'consents' : 'consents-not'}
            choices={(['consents', 'consents-not'] as const).map((value) => ({ value, text: t(`segments.${value}`) }))}
            onChoose={(is) => onCondition({ ...condition, is: is === 'consents' })}
          />
        </>
      );
  }
}
