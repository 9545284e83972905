import type { Survey } from '../../../contract/survey.ts';
import { t } from '../../messages/translate.ts';
import { liveSurveys } from '../../models/reference.ts';

function Code({ text }: { text: string }) {
  return <code dir="ltr">{text}</code>;
}

/** When a survey is due: an event, paths, a place in the page, moments of its own, or any page at all. */
function Due({ survey: { id, triggers } }: { survey: Survey }) {
  const { url = [], event, placed, server, delay: _, notUrl: __, ...moments } = triggers;
  const hasMoments = Object.values(moments).some(Boolean);
  return (
    <>
      {event && (
        <span class="due">
          {t('sites.due-event')} <Code text={`touchstone('track', '${event}')`} />
        </span>
      )}
      {url.length > 0 && (
        <span class="due">
          {t('sites.due-path')}{' '}
          {url.map((path) => (
            <Code key={path} text={path} />
          ))}
        </span>
      )}
      {placed && (
        <span class="due">
          {t('sites.due-placed')} <Code text={`<touchstone-survey survey="${id}">`} />
        </span>
      )}
      {server && (
        <span class="due">
          {t('sites.due-server')} <Code text={server} />
        </span>
      )}
      {hasMoments && (
        <a class="due" href={`/surveys/${encodeURIComponent(id)}?section=when`}>
          {t('sites.due-moments')}
        </a>
      )}
      {!event && !placed && !server && !hasMoments && url.length === 0 && <span class="due">{t('sites.due-any')}</span>}
    </>
  );
}

/** The surveys that pages can show now: their ids, and what makes each due. */
export function LiveSurveys() {
  const live = liveSurveys.value;
  return (
    <section class="site-section">
      <h2 class="title">{t('sites.surveys')}</h2>
      {live.length === 0 && <p class="faint">{t('sites.surveys-none')}</p>}
      <ul>
        {live.map((survey) => (
          <li key={survey.id} class="live-survey">
            <span class="row" data-align="baseline">
              <bdi class="strong">{survey.name}</bdi>
              <Code text={survey.id} />
            </span>
            <span class="soft small">
              <Due survey={survey} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
