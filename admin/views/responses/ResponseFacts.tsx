import type { ResponseDetail } from '../../../contract/response.ts';
import { MomentMark } from '../../components/MomentMark.tsx';
import { Phrase } from '../../components/Phrase.tsx';
import { formatDateTime } from '../../format/date.ts';
import { languageName } from '../../format/language.ts';
import { t } from '../../messages/translate.ts';
import { touchpointName, touchpointOf } from '../../models/reference.ts';

interface ResponseFactsProps {
  response: ResponseDetail;
}

function deviceText({ type, browser, os }: ResponseDetail['device']): string {
  const device = t(`device.${type}`);
  if (browser && os) return t('detail.browser-on', { device, browser, os });
  const software = browser ?? os;
  return software ? t('detail.device-with', { device, software }) : device;
}

function pageText(url: string): string {
  return url.replace(/^https?:\/\//, '');
}

function Touchpoint({ id }: { id: string }) {
  const moment = touchpointOf(id)?.moment ?? null;
  return (
    <span class="row">
      {moment && <MomentMark moment={moment} />}
      <bdi>{touchpointName(id)}</bdi>
      {moment && (
        <span class="faint" aria-hidden="true">
          {t(`moment.${moment}`)}
        </span>
      )}
    </span>
  );
}

/** Where, on what and when it was answered. */
export function ResponseFacts({ response }: ResponseFactsProps) {
  const {
    touchpoint,
    page,
    locale,
    receivedAt,
    startedAt,
    surveyName,
    version,
    flags,
    context,
    complete,
    test,
    imported,
  } = response;
  const late = Date.parse(receivedAt) - Date.parse(startedAt) > 3_600_000;
  const extra = Object.entries(context);
  return (
    <dl class="facts">
      <div>
        <dt>{t('touchpoint')}</dt>
        <dd>{touchpoint ? <Touchpoint id={touchpoint} /> : <span class="faint">{t('touchpoint.none')}</span>}</dd>
      </div>
      <div>
        <dt>{t('detail.page')}</dt>
        <dd title={page.title ?? undefined}>
          <bdi dir="ltr">{pageText(page.url)}</bdi>
        </dd>
      </div>
      <div>
        <dt>{t('detail.device')}</dt>
        <dd>{deviceText(response.device)}</dd>
      </div>
      {locale && (
        <div>
          <dt>{t('detail.language')}</dt>
          <dd>
            <bdi lang={locale}>{languageName(locale)}</bdi>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('survey')}</dt>
        <dd>
          <Phrase text="detail.version" with={{ name: surveyName, version }} />
        </dd>
      </div>
      <div>
        <dt>{t('detail.received')}</dt>
        <dd>
          <time dateTime={receivedAt}>{formatDateTime(receivedAt)}</time>
          {late && <span class="faint"> · {t('detail.started', { when: formatDateTime(startedAt) })}</span>}
          {!complete && <span class="faint"> · {t('detail.incomplete')}</span>}
          {imported && <span class="faint"> · {t('detail.imported')}</span>}
          {test && <span class="faint"> · {t('detail.test')}</span>}
          {flags.map(
            (flag) =>
              flag !== 'anonymised' && (
                <p key={flag} class="faint small">
                  {t(`flag.${flag}`)}
                </p>
              ),
          )}
        </dd>
      </div>
      {extra.length > 0 && (
        <div>
          <dt>{t('detail.context')}</dt>
          <dd>
            <bdi dir="ltr">{extra.map(([name, value]) => `${name}: ${value}`).join(' · ')}</bdi>
          </dd>
        </div>
      )}
    </dl>
  );
}
