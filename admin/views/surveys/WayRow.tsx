import { END } from '../../../contract/path.ts';
import type { Question } from '../../../contract/survey.ts';
import { Icon } from '../../components/Icon.tsx';
import { Phrase } from '../../components/Phrase.tsx';
import { t } from '../../messages/translate.ts';
import { workspaceSettings } from '../../models/regional.ts';
import { beginCondition, type Source, sourcesAt, targetsAfter, type Ways } from '../../models/survey-ways.ts';
import { ConditionFields } from './ConditionFields.tsx';
import { questionName } from './questionName.ts';
import './logic.css';

type Rule = Ways['rules'][number];

interface WayRowProps {
  rule: Rule;
  questions: readonly Question[];
  place: number;
  onRule: (rule: Rule) => void;
  onRemove: (() => void) | undefined;
}

const nameOf = ({ by, question = '' }: Source) => `${by}:${question}`;

/** What a condition looks at, in words. */
function sourceText({ by, question }: Source, at: string): string {
  if (by === 'page' || by === 'contact') return t(`builder.source-${by}`);
  if (question === undefined || question === at) return t(`builder.own-${by}`);
  return t(`builder.other-${by}`, { name: questionName(question) });
}

interface TargetProps {
  label: string;
  questions: readonly Question[];
  place: number;
  go: string | undefined;
  /** Offers the question below, as the way that needs no word. */
  onGo: (go: string | undefined) => void;
  mayFollow?: boolean;
}

/** Where a way leads. */
export function Target({ label, questions, place, go, onGo, mayFollow = false }: TargetProps) {
  const isLast = place + 1 === questions.length;
  // Below the last question is the end: said once.
  const targets = mayFollow && isLast ? [] : targetsAfter(questions, place);
  // One that came before, after a change of order, is said until it is mended.
  const all = go === undefined || targets.includes(go) ? targets : [go, ...targets];
  return (
    <select class="input word" aria-label={label} onChange={(event) => onGo(event.currentTarget.value || undefined)}>
      {mayFollow && (
        <option value="" selected={go === undefined}>
          {t(isLast ? 'builder.the-end' : 'builder.next-question')}
        </option>
      )}
      {all.map((id) => (
        <option key={id} value={id} selected={id === go}>
          {id === END ? t('builder.the-end') : t('builder.quoted', { name: questionName(id) })}
        </option>
      ))}
    </select>
  );
}

/** One rule, as a sentence: if this is so, go there. */
export function WayRow({ rule, questions, place, onRule, onRemove }: WayRowProps) {
  const at = questions[place]?.id ?? '';
  const { when, go } = rule;
  const shown = workspaceSettings.value?.shownAttributes ?? [];
  const current: Source =
    when.by === 'answer' || when.by === 'score' ? { by: when.by, question: when.question ?? at } : { by: when.by };
  const offered = sourcesAt(questions, place);
  const sources = offered.some((one) => nameOf(one) === nameOf(current)) ? offered : [current, ...offered];
  const what = (
    <select
      class="input word"
      aria-label={t('builder.when-what')}
      onChange={(event) => {
        const source = sources.find((one) => nameOf(one) === event.currentTarget.value);
        const next = source && beginCondition(source, questions, at, shown);
        if (next) onRule({ when: next, go });
      }}
    >
      {sources.map((source) => (
        <option
          key={nameOf(source)}
          value={nameOf(source)}
          selected={nameOf(source) === nameOf(current)}
          disabled={source.by === 'contact' && shown.length === 0}
        >
          {sourceText(source, at)}
        </option>
      ))}
    </select>
  );
  return (
    <div class="way">
      <p class="sentence">
        <Phrase
          text="builder.way"
          with={{
            what,
            condition: (
              <ConditionFields
                when={when}
                questions={questions}
                at={at}
                onWhen={(next) => onRule({ when: next, go })}
              />
            ),
            target: (
              <Target
                label={t('builder.target')}
                questions={questions}
                place={place}
                go={go}
                onGo={(next) => next !== undefined && onRule({ when, go: next })}
              />
            ),
          }}
        />
      </p>
      {onRemove && (
        <button
          type="button"
          class="button"
          data-kind="quiet"
          data-shape="square"
          data-size="small"
          aria-label={t('builder.way-remove')}
          title={t('builder.way-remove')}
          onClick={onRemove}
        >
          <Icon name="x" />
        </button>
      )}
    </div>
  );
}
