import { KEY_MAX } from '../../../contract/limits.ts';
import { SCALES } from '../../../contract/metric.ts';
import type { Condition } from '../../../contract/path.ts';
import { isScored } from '../../../contract/questionType.ts';
import type { Question } from '../../../contract/survey.ts';
import { Phrase } from '../../components/Phrase.tsx';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { workspaceSettings } from '../../models/regional.ts';
import { valuesOf } from '../../models/survey-ways.ts';
import { answerText } from './answerText.ts';
import { TokenField } from './TokenField.tsx';
import { ValuesMenu } from './ValuesMenu.tsx';

interface ConditionFieldsProps {
  when: Condition;
  questions: readonly Question[];
  /** The question whose way it is. */
  at: string;
  onWhen: (when: Condition) => void;
}

function Values({ is, onValues }: { is: string[]; onValues: (is: string[]) => void }) {
  return <TokenField label={t('builder.values')} quiet needed dir="auto" values={is} onValues={onValues} />;
}

function Score({
  when,
  question,
  onWhen,
}: { when: Condition & { by: 'score' }; question: Question | undefined } & Pick<ConditionFieldsProps, 'onWhen'>) {
  const { low, high } = question && isScored(question.type) ? SCALES[question.type] : { low: when.from, high: when.to };
  const steps = Array.from({ length: high - low + 1 }, (_, step) => low + step);
  const pick = (end: 'from' | 'to') => (
    <select
      class="input word"
      aria-label={t(`builder.score-${end}`)}
      onChange={(event) => {
        const value = Number(event.currentTarget.value);
        const next = { ...when, [end]: value };
        // The other end gives way.
        onWhen({ ...next, from: Math.min(next.from, value), to: Math.max(next.to, value) });
      }}
    >
      {steps.map((step) => (
        <option key={step} value={step} selected={step === when[end]}>
          {formatNumber(step)}
        </option>
      ))}
    </select>
  );
  return <Phrase text="builder.when-score" with={{ from: pick('from'), to: pick('to') }} />;
}

/** The rest of a condition's sentence, by what it looks at. */
export function ConditionFields({ when, questions, at, onWhen }: ConditionFieldsProps) {
  if (when.by === 'score') {
    const question = questions.find(({ id }) => id === (when.question ?? at));
    return <Score when={when} question={question} onWhen={onWhen} />;
  }
  if (when.by === 'answer') {
    const question = questions.find(({ id }) => id === (when.question ?? at));
    const offered = question && valuesOf(question);
    const onValues = (is: string[]) => onWhen({ ...when, is });
    if (!question || !offered)
      return <Phrase text="builder.when-is" with={{ values: <Values is={when.is} onValues={onValues} /> }} />;
    // What is no longer offered is still said, so that it can be unticked.
    const all = [...new Set([...offered, ...when.is])];
    const menu = (
      <ValuesMenu
        label={t('builder.values')}
        choices={all.map((value) => ({ value, text: answerText(question, value) }))}
        values={when.is}
        onValues={onValues}
      />
    );
    return <Phrase text="builder.when-is" with={{ values: menu }} />;
  }
  const shown = workspaceSettings.value?.shownAttributes ?? [];
  const name =
    when.by === 'page' ? (
      <input
        class="input word"
        aria-label={t('builder.page-name')}
        dir="ltr"
        maxLength={KEY_MAX}
        defaultValue={when.name}
        onInput={(event) => {
          const next = event.currentTarget.value.trim();
          if (/^[A-Za-z0-9_-]+$/.test(next)) onWhen({ ...when, name: next });
        }}
      />
    ) : (
      <select
        class="input word"
        aria-label={t('builder.insert-contact')}
        onChange={(event) => onWhen({ ...when, name: event.currentTarget.value })}
      >
        {[...new Set([...shown, when.name])].map((attribute) => (
          <option key={attribute} value={attribute} selected={attribute === when.name}>
            {attribute}
          </option>
        ))}
      </select>
    );
  return (
    <Phrase
      text="builder.when-named"
      with={{ name, values: <Values is={when.is} onValues={(is) => onWhen({ ...when, is })} /> }}
    />
  );
}
