import { useEffect } from 'preact/hooks';
import type { SurveyDefinition } from '../../../contract/survey.ts';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { t } from '../../messages/translate.ts';
import { isMissing } from '../../models/attempt.ts';
import { isAdmin } from '../../models/session.ts';
import {
  canRedo,
  canUndo,
  definition,
  draft,
  openSurvey,
  redo,
  SECTIONS,
  type Section,
  section,
  undo,
} from '../../models/survey-editor.ts';
import { guardSurvey } from '../../models/survey-guard.ts';
import { loadSurveys, surveyOf } from '../../models/survey-list.ts';
import { goTo } from '../../models/survey-place.ts';
import { Missing } from '../Missing.tsx';
import { Conflict } from './Conflict.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { LocaleChoice } from './LocaleChoice.tsx';
import { Preview } from './Preview.tsx';
import { Questions } from './Questions.tsx';
import { SaveMark } from './SaveMark.tsx';
import { StatusMark } from './StatusMark.tsx';
import './builder.css';

interface BuilderProps {
  id: string;
}

function SectionOf({ name, survey }: { name: Section; survey: SurveyDefinition }) {
  switch (name) {
    case 'questions':
      return <Questions survey={survey} />;
    default:
      return null;
  }
}

function Actions() {
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
  const survey = definition.value;
  const error = draft.error.value;
  const facts = surveyOf(id);
  return (
    <>
      <PageHeader title={survey?.name ?? t('survey')} parent={{ href: '/surveys', name: t('nav.surveys') }}>
        {facts && <StatusMark status={facts.status} />}
        {survey && <Actions />}
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
            <div class="builder-edit">
              <Tabs
                label={t('builder.sections')}
                value={section.value}
                choices={SECTIONS.map((value) => ({ value, text: t(`builder.section-${value}`) }))}
                onChoose={(next) => goTo(next)}
              >
                <LocaleChoice survey={survey} />
                <SectionOf name={section.value} survey={survey} />
              </Tabs>
            </div>
            <Preview survey={survey} />
          </div>
        </>
      )}
    </>
  );
}
