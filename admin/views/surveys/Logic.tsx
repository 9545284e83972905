import { useEffect, useRef } from 'preact/hooks';
import { END } from '../../../contract/path.ts';
import type { Question, SurveyDefinition } from '../../../contract/survey.ts';
import { Icon } from '../../components/Icon.tsx';
import { Phrase } from '../../components/Phrase.tsx';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { workspaceSettings } from '../../models/regional.ts';
import { isAdmin } from '../../models/session.ts';
import { edit, openQuestion, problems } from '../../models/survey-editor.ts';
import { changeQuestion } from '../../models/survey-questions.ts';
import { beginCondition, sourcesAt, targetsAfter, type Ways, waysOf, withWays } from '../../models/survey-ways.ts';
import { KIND_ICONS } from './questionKinds.ts';
import { questionName } from './questionName.ts';
import { Target, WayRow } from './WayRow.tsx';

interface LogicProps {
  survey: SurveyDefinition;
}

interface QuestionWaysProps {
  questions: readonly Question[];
  place: number;
  question: Question;
}

const LOGIC = ['unreachable', 'loop', 'unknown-target', 'unknown-condition', 'attribute-not-shown'];

/** The ways out of one question. */
function QuestionWays({ questions, place, question }: QuestionWaysProps) {
  const { id } = question;
  const ways = waysOf(question);
  const { rules, otherwise } = ways;
  const write = (next: Ways, tag?: string) =>
    edit((now) => changeQuestion(now, id, (one) => withWays(one, next)), tag ?? null);
  const wrong = problems.value.filter((problem) => problem.question === id && LOGIC.includes(problem.code));
  const add = () => {
    const [source] = sourcesAt(questions, place);
    const when = source && beginCondition(source, questions, id, []);
    const go = targetsAfter(questions, place).find((target) => target !== questions[place + 1]?.id) ?? END;
    if (when) write({ rules: [...rules, { when, go }], otherwise });
  };
  return (
    <li class="ways" data-question={id}>
      <h2 class="ways-head">
        <span class="question-place faint" aria-hidden="true">
          {formatNumber(place + 1)}
        </span>
        <Icon name={KIND_ICONS[question.type]} />
        <bdi class="clip">{questionName(id)}</bdi>
      </h2>
      <fieldset class="ways-body" disabled={!isAdmin.value} aria-label={questionName(id)}>
        {rules.map((rule, index) => (
          <WayRow
            key={index}
            rule={rule}
            questions={questions}
            place={place}
            onRule={(next) =>
              write({ rules: rules.map((one, at) => (at === index ? next : one)), otherwise }, `${id}.way.${index}`)
            }
            onRemove={
              isAdmin.value ? () => write({ rules: rules.filter((_, at) => at !== index), otherwise }) : undefined
            }
          />
        ))}
        <p class="sentence">
          <Phrase
            text={rules.length > 0 ? 'builder.otherwise-go' : 'builder.then-go'}
            with={{
              target: (
                <Target
                  label={t('builder.target')}
                  questions={questions}
                  place={place}
                  go={otherwise}
                  mayFollow
                  onGo={(go) => write({ rules, otherwise: go })}
                />
              ),
            }}
          />
        </p>
        {isAdmin.value && (
          <p>
            <button type="button" class="button" data-kind="quiet" data-size="small" onClick={add}>
              <Icon name="plus" />
              {t('builder.way-add')}
            </button>
          </p>
        )}
        {wrong.map(({ code, value = '' }) => (
          <p key={code + value} class="row alert small">
            <Icon name="circle-alert" size="small" />
            {t(`builder.problem-${code}`, { value: code === 'loop' ? questionName(value) : value })}
          </p>
        ))}
      </fieldset>
    </li>
  );
}

/** Which question comes after which: sentences, in the order of the questions. */
export function Logic({ survey }: LogicProps) {
  const list = useRef<HTMLOListElement>(null);
  const open = openQuestion.value;
  useEffect(() => {
    if (open)
      list.current?.querySelector(`[data-question="${CSS.escape(open)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const shown = workspaceSettings.value?.shownAttributes ?? [];
  return (
    <>
      <p class="builder-row soft">
        {t('builder.logic-hint')}{' '}
        {shown.length === 0 && (
          <span class="faint">
            {t('builder.no-attributes')}{' '}
            <a class="underlined" href="/settings">
              {t('builder.to-settings')}
            </a>
          </span>
        )}
      </p>
      <ol class="question-list" ref={list}>
        {survey.questions.map((question, place) => (
          <QuestionWays key={question.id} questions={survey.questions} place={place} question={question} />
        ))}
      </ol>
    </>
  );
}
