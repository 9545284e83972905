import type { Survey } from '../../../contract/survey.ts';
import { Ago } from '../../components/Ago.tsx';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { touchpointName } from '../../models/reference.ts';
import { isAdmin } from '../../models/session.ts';
import { answered } from '../../models/survey-list.ts';
import { StatusMark } from './StatusMark.tsx';
import { SurveyMenu } from './SurveyMenu.tsx';

interface SurveyRowProps {
  survey: Survey;
}

/** One survey in the list. */
export function SurveyRow({ survey }: SurveyRowProps) {
  const { id, name, status, touchpoint, version, publishedAt, edited } = survey;
  const n = answered.value[id] ?? 0;
  return (
    <li class="survey-row">
      <div class="survey-name">
        <a class="strong survey-link clip" href={`/surveys/${encodeURIComponent(id)}`}>
          <bdi>{name}</bdi>
        </a>
        <span class="faint small clip">{touchpoint ? touchpointName(touchpoint) : t('touchpoint.none')}</span>
      </div>
      <StatusMark status={status} />
      <span class="survey-version soft">
        {version > 0 ? t('survey.version', { version }) : t('survey.never-published')}
        {edited && <span class="chip survey-edited">{t('survey.edited')}</span>}
      </span>
      <span class="faint survey-when">{publishedAt && <Ago at={publishedAt} />}</span>
      <span class="survey-n">
        {n > 0 ? (
          <a class="underlined" href={`/responses?survey=${encodeURIComponent(id)}`}>
            {t('answers', { n })}
          </a>
        ) : (
          <span class="faint">
            <span aria-hidden="true">{formatNumber(0)}</span>
            <span class="visually-hidden">{t('answers', { n: 0 })}</span>
          </span>
        )}
      </span>
      <span class="survey-more">{isAdmin.value && <SurveyMenu survey={survey} />}</span>
    </li>
  );
}
