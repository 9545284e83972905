import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { textIn } from '../../../contract/locale.ts';
import type { Question } from '../../../contract/survey.ts';
import { Icon } from '../../components/Icon.tsx';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { isAdmin } from '../../models/session.ts';
import { edit, editedLocale, problems } from '../../models/survey-editor.ts';
import { changeQuestion } from '../../models/survey-questions.ts';
import { QuestionFields } from './QuestionFields.tsx';
import { KIND_ICONS } from './questionKinds.ts';

interface QuestionItemProps {
  question: Question;
  place: number;
  grip: ComponentChildren;
  isOpen: boolean;
  onToggle: () => void;
  onDuplicate: () => void;
  /** Absent for the only question. */
  onRemove: (() => void) | undefined;
}

/** One question: a line that opens into its fields. */
export function QuestionItem({ question, place, grip, isOpen, onToggle, onDuplicate, onRemove }: QuestionItemProps) {
  const id = useId();
  const { type, required, next } = question;
  const text = textIn(question.text, editedLocale.value);
  const isWrong = problems.value.some((problem) => problem.question === question.id && problem.severity === 'error');
  return (
    <div class="question" data-open={isOpen ? '' : undefined}>
      <div class="question-head">
        {grip}
        <span class="question-place faint" aria-hidden="true">
          {formatNumber(place + 1)}
        </span>
        <button
          type="button"
          class="question-toggle"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={onToggle}
        >
          <Icon name={KIND_ICONS[type]} />
          <bdi class="clip" lang={editedLocale.value}>
            {text || <span class="faint">{t('builder.no-words')}</span>}
          </bdi>
          {isWrong && (
            <span class="row alert" title={t('builder.question-wrong')}>
              <Icon name="circle-alert" size="small" />
              <span class="visually-hidden">{t('builder.question-wrong')}</span>
            </span>
          )}
          <span class="question-facts faint small">
            {t(`builder.kind-${type}`)}
            {required && ` · ${t('builder.required-short')}`}
            {next && next.length > 0 && ` · ${t('builder.ways', { n: next.length })}`}
          </span>
          <span class="row question-chevron">
            <Icon name="chevron-down" size="small" />
          </span>
        </button>
      </div>
      {isOpen && (
        <div class="question-body" id={id}>
          <QuestionFields
            question={question}
            readOnly={!isAdmin.value}
            onChange={(change, tag) => edit((now) => changeQuestion(now, question.id, change), tag ?? null)}
          />
          <div class="question-foot">
            <span class="faint small">
              {t('builder.question-id')} <code dir="ltr">{question.id}</code>
            </span>
            {isAdmin.value && (
              <>
                <button type="button" class="button push" data-kind="quiet" data-size="small" onClick={onDuplicate}>
                  <Icon name="copy-plus" />
                  {t('survey.duplicate')}
                </button>
                {onRemove && (
                  <button type="button" class="button" data-kind="quiet" data-size="small" onClick={onRemove}>
                    <Icon name="trash-2" />
                    {t('builder.remove')}
                  </button>
                )}
              </>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
