import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { SurveyDefinition } from '../../../contract/survey.ts';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { isMissing } from '../../models/attempt.ts';
import { navigate } from '../../models/location.ts';
import { isAdmin } from '../../models/session.ts';
import {
  canRedo,
  canUndo,
  definition,
  draft,
  openSurvey,
  problems,
  redo,
  type Section,
  section,
  sections,
  undo,
} from '../../models/survey-editor.ts';
import { guardSurvey } from '../../models/survey-guard.ts';
import { loadSurveys, surveyOf } from '../../models/survey-list.ts';
import { followNarrow, isNarrow } from '../../models/survey-narrow.ts';
import { goTo } from '../../models/survey-place.ts';
import { Missing } from '../Missing.tsx';
import { Conflict } from './Conflict.tsx';
import { Languages } from './Languages.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { LocaleChoice } from './LocaleChoice.tsx';
import { Logic } from './Logic.tsx';
import { LookSection } from './LookSection.tsx';
import { Preview } from './Preview.tsx';
import { Publish } from './Publish.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { Questions } from './Questions.tsx';
import { SaveMark } from './SaveMark.tsx';
import { StatusMark } from './StatusMark.tsx';
import { SurveyMenu } from './SurveyMenu.tsx';
import { When } from './When.tsx';
import { Who } from './Who.tsx';
import './builder.css';
import './publish.css';

interface BuilderProps {
  id: string;
}

interface SectionOfProps {
  name: Section;
  id: string;
  survey: SurveyDefinition;
}

function SectionOf({ name, id, survey }: SectionOfProps) {
  switch (name) {
    case 'questions':
      return <Questions survey={survey} />;
    case 'logic':
      return <Logic survey={survey} />;
    case 'when':
      return <When id={id} survey={survey} />;
    case 'who':
      return <Who survey={survey} />;
    case 'look':
      return <LookSection survey={survey} />;
    case 'languages':
      return <Languages survey={survey} />;
    case 'preview':
      return <Preview survey={survey} />;
    case 'publish':
      return <Publish id={id} />;
  }
}

/** Where texts are written, their language is chosen. */
const WRITTEN: readonly Section[] = ['questions', 'logic', 'when'];

function Actions({ id }: BuilderProps) {
  const isPublishing = useSignal(false);
  const errors = problems.value.filter(({ severity }) => severity === 'error').length;
  return (
    <>
      <SaveMark />
      {isAdmin.value && (
        <>
          <button
            type="button"
            class="button"
            data-kind="quiet"
            data-shape="square"
            aria-label={t('builder.undo')}
            title={t('builder.undo')}
            disabled={!canUndo.value}
            onClick={undo}
          >
            <Icon name="undo-2" />
          </button>
          <button
            type="button"
            class="button"
            data-kind="quiet"
            data-shape="square"
            aria-label={t('builder.redo')}
            title={t('builder.redo')}
            disabled={!canRedo.value}
            onClick={redo}
          >
            <Icon name="redo-2" />
          </button>
          <button
            type="button"
            class="button"
            data-kind="primary"
            title={t('builder.publish')}
            onClick={() => {
              isPublishing.value = true;
            }}
          >
            <Icon name="send" />
            <span class="publish-word">{t('builder.publish')}</span>
            {errors > 0 && (
              <span class="publish-count" title={t('builder.problems', { n: errors })}>
                {formatNumber(errors)}
                <span class="visually-hidden">: {t('builder.problems', { n: errors })}</span>
              </span>
            )}
          </button>
          {isPublishing.value && (
            <PublishDialog
              id={id}
              onClose={() => {
                isPublishing.value = false;
              }}
            />
          )}
        </>
      )}
    </>
  );
}

/** One survey, as it is being written. */
export function Builder({ id }: BuilderProps) {
  useEffect(() => {
    void openSurvey(id);
    void loadSurveys();
    return guardSurvey();
  }, [id]);
  useLayoutEffect(followNarrow, []);
  const survey = definition.value;
  const error = draft.error.value;
  const facts = surveyOf(id);
  return (
    <>
      <PageHeader title={survey?.name ?? t('survey')} parent={{ href: '/surveys', name: t('nav.surveys') }}>
        {facts && <StatusMark status={facts.status} />}
        {survey && <Actions id={id} />}
        {facts && isAdmin.value && <SurveyMenu survey={facts} onDeleted={() => navigate('/surveys')} />}
      </PageHeader>
      {error &&
        !survey &&
        (isMissing(error) ? <Missing what="survey" /> : <Broken error={error} onRetry={() => openSurvey(id)} />)}
      {!survey && !error && <Bones />}
      {survey && (
        <>
          <Conflict />
          <LeaveDialog />
          <div class="builder">
            <div class="builder-edit" data-wide={section.value === 'languages' ? '' : undefined}>
              <Tabs
                label={t('builder.sections')}
                value={section.value}
                choices={sections.value.map((value) => ({ value, text: t(`builder.section-${value}`) }))}
                onChoose={(next) => goTo(next)}
              >
                {WRITTEN.includes(section.value) && <LocaleChoice survey={survey} />}
                <SectionOf name={section.value} id={id} survey={survey} />
              </Tabs>
            </div>
            {!isNarrow.value && <Preview survey={survey} />}
          </div>
        </>
      )}
    </>
  );
}
