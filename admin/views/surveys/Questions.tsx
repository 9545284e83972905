import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { textIn } from '../../../contract/locale.ts';
import type { QuestionType } from '../../../contract/questionType.ts';
import type { Question, SurveyDefinition } from '../../../contract/survey.ts';
import { t } from '../../messages/translate.ts';
import { isAdmin } from '../../models/session.ts';
import { definition, edit, editedLocale, openQuestion, undo } from '../../models/survey-editor.ts';
import { goTo } from '../../models/survey-place.ts';
import {
  addQuestion,
  duplicateQuestion,
  moveQuestion,
  newQuestion,
  removeQuestion,
} from '../../models/survey-questions.ts';
import { say } from '../../models/toast.ts';
import { AddQuestion } from './AddQuestion.tsx';
import { Basics } from './Basics.tsx';
import { QuestionItem } from './QuestionItem.tsx';
import { Reorder } from './Reorder.tsx';
import { Thanks } from './Thanks.tsx';
import './questions.css';

interface QuestionsProps {
  survey: SurveyDefinition;
}

/** What is asked, in order. One question is open at a time. */
export function Questions({ survey }: QuestionsProps) {
  const root = useRef<HTMLDivElement>(null);
  /** What takes the focus once it is drawn. */
  const next = useSignal<{ id: string; part: 'text' | 'toggle' } | null>(null);
  const open = openQuestion.value;
  const { questions } = survey;
  const nameOf = (question: Question) =>
    textIn(question.text, editedLocale.value) || t(`builder.kind-${question.type}`);

  useEffect(() => {
    const wanted = next.value;
    if (!wanted) return;
    next.value = null;
    const item = root.current?.querySelector(`[data-key="${CSS.escape(wanted.id)}"]`);
    item?.querySelector<HTMLElement>(wanted.part === 'text' ? 'textarea' : '.question-toggle')?.focus();
    item?.scrollIntoView({ block: 'nearest' });
  });

  const show = (id: string | null) => goTo('questions', id);
  const add = (type: QuestionType) => {
    const question = newQuestion(type, questions);
    const after = questions.findIndex(({ id }) => id === open);
    edit((now) => addQuestion(now, question, after < 0 ? undefined : after));
    show(question.id);
    next.value = { id: question.id, part: 'text' };
  };
  const remove = (question: Question) => {
    const at = questions.indexOf(question);
    const neighbour = questions[at + 1] ?? questions[at - 1];
    edit((now) => removeQuestion(now, question.id));
    const after = definition.value;
    if (open === question.id) show(null);
    if (neighbour) next.value = { id: neighbour.id, part: 'toggle' };
    say(t('builder.question-removed', { name: nameOf(question) }), 'done', {
      name: t('builder.undo'),
      // What was done since stays; then the ways that led to it do not come back.
      run: () => (definition.value === after ? undo() : edit((now) => addQuestion(now, question, at - 1))),
    });
  };
  const duplicate = (question: Question) => {
    let copy = question.id;
    edit((now) => {
      const made = duplicateQuestion(now, question.id);
      copy = made.id;
      return made.definition;
    });
    show(copy);
    next.value = { id: copy, part: 'text' };
  };

  return (
    <div class="questions" ref={root}>
      <Basics survey={survey} />
      <Reorder
        class="question-list"
        label={t('builder.questions')}
        items={questions}
        keyOf={({ id }) => id}
        nameOf={nameOf}
        disabled={!isAdmin.value}
        onMove={(from, to) => edit((now) => moveQuestion(now, from, to))}
      >
        {(question, grip, place) => (
          <QuestionItem
            question={question}
            place={place}
            grip={grip}
            isOpen={question.id === open}
            onToggle={() => show(question.id === open ? null : question.id)}
            onDuplicate={() => duplicate(question)}
            onRemove={questions.length > 1 ? () => remove(question) : undefined}
          />
        )}
      </Reorder>
      {isAdmin.value && (
        <p class="builder-row">
          <AddQuestion onAdd={add} />
        </p>
      )}
      <Thanks survey={survey} />
    </div>
  );
}
