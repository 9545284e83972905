import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Survey } from '../../../contract/survey.ts';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { isAdmin } from '../../models/session.ts';
import { grouped, loadSurveys, surveyList } from '../../models/survey-list.ts';
import { CreateSurvey } from './CreateSurvey.tsx';
import { SurveyRow } from './SurveyRow.tsx';
import './surveys.css';

function Rows({ surveys }: { surveys: Survey[] }) {
  return (
    <ul>
      {surveys.map((survey) => (
        <SurveyRow key={survey.id} survey={survey} />
      ))}
    </ul>
  );
}

function Groups() {
  return (
    <div class="surveys sheet">
      {grouped.value.map(({ status, surveys }) => {
        if (surveys.length === 0) return null;
        const head = (
          <>
            {t(`survey.group-${status}`)} <span class="faint">{formatNumber(surveys.length)}</span>
          </>
        );
        if (status === 'archived')
          return (
            <details key={status} class="survey-group">
              <summary class="survey-group-head soft">{head}</summary>
              <Rows surveys={surveys} />
            </details>
          );
        return (
          <section key={status} class="survey-group">
            <h2 class="survey-group-head soft">{head}</h2>
            <Rows surveys={surveys} />
          </section>
        );
      })}
    </div>
  );
}

/** Every survey: what is asked now, what is being written, what rests. */
export function Surveys() {
  const creating = useSignal(false);
  useEffect(() => {
    void loadSurveys();
  }, []);
  const all = surveyList.data.value;
  const error = surveyList.error.value;
  const create = () => {
    creating.value = true;
  };
  return (
    <>
      <PageHeader title={t('nav.surveys')}>
        {isAdmin.value && (
          <button type="button" class="button" data-kind="primary" onClick={create}>
            <Icon name="plus" />
            {t('survey.new')}
          </button>
        )}
      </PageHeader>
      {error && !all && <Broken error={error} onRetry={loadSurveys} />}
      {!all && !error && <Bones />}
      {all?.length === 0 && <Empty title={t('survey.none')} text={t('survey.none-hint')} art />}
      {all && all.length > 0 && <Groups />}
      {creating.value && (
        <CreateSurvey
          onClose={() => {
            creating.value = false;
          }}
        />
      )}
    </>
  );
}
