import { useEffect } from 'preact/hooks';
import type { Company } from '../../../contract/company.ts';
import { Answer } from '../../components/Answer.tsx';
import { Avatar } from '../../components/Avatar.tsx';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { byNumberAlone } from '../../figures/by-number-alone.ts';
import { formatDate, formatDays, formatMonth } from '../../format/date.ts';
import { formatNumber } from '../../format/number.ts';
import { sourceName } from '../../format/source.ts';
import { systemName } from '../../format/system.ts';
import { t } from '../../messages/translate.ts';
import { isMissing } from '../../models/attempt.ts';
import { company, companyAnswers, companyPeople, loadCompany } from '../../models/companies.ts';
import { touchpointName } from '../../models/reference.ts';
import { responsesHref } from '../../models/response-filters.ts';
import { Missing } from '../Missing.tsx';
import { Attributes } from '../people/Attributes.tsx';
import { ShareLine } from '../segments/ShareLine.tsx';
import '../people/people.css';
import '../segments/segments.css';
import './companies.css';

function Head({ company }: { company: Company }) {
  const { id, name, people, csat, createdAt, source } = company;
  return (
    <header class="contact-head">
      <Avatar name={name} size="large" />
      <div class="contact-name">
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <p class="soft small">{t('source.seen', { source: sourceName(source), when: formatDate(createdAt) })}</p>
      </div>
      <dl class="stats">
        <div>
          <dt>{t('companies.people')}</dt>
          <dd>
            <a href={`/people?company=${encodeURIComponent(id)}`}>{formatNumber(people)}</a>
          </dd>
        </div>
        <div>
          <dt>{t('companies.since')}</dt>
          <dd>{formatMonth(createdAt)}</dd>
        </div>
        <div class="segment-felt">
          <dt>{t('companies.satisfied')}</dt>
          <dd>
            <ShareLine share={csat} withRange />
            <p class="faint small share-of">{t('companies.counts')}</p>
          </dd>
        </div>
      </dl>
    </header>
  );
}

function Trend({ company }: { company: Company }) {
  const first = company.trend.findIndex(({ csat }) => csat.n > 0);
  if (first < 0) return null;
  return (
    <section>
      <div class="panel-head">
        <h3 class="title">{t('companies.trend')}</h3>
      </div>
      <ol class="company-trend">
        {byNumberAlone(company.trend.slice(first)).map(({ from, to, csat }) => (
          <li key={from}>
            <span class="faint small">{formatDays(from, to)}</span>
            <ShareLine share={csat} withRange />
          </li>
        ))}
      </ol>
    </section>
  );
}

function People({ id, total }: { id: string; total: number }) {
  const people = companyPeople.data.value;
  return (
    <section>
      <div class="panel-head">
        <h3 class="title">{t('companies.people')}</h3>
        <a class="push soft small" href={`/people?company=${encodeURIComponent(id)}`}>
          {t('person.total', { n: total })}
        </a>
      </div>
      {people ? (
        <ul>
          {people.map(({ id, name, email, lastMetric, lastScore }) => (
            <li key={id}>
              <a class="related" href={`/people/${encodeURIComponent(id)}`}>
                <Avatar name={name} />
                <span class="clip">
                  <bdi class="strong clip">{name}</bdi>
                  <br />
                  <bdi class="faint small" dir="ltr">
                    {email}
                  </bdi>
                </span>
                {lastScore !== null && <Answer metric={lastMetric} score={lastScore} />}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <Bones rows={4} />
      )}
    </section>
  );
}

function Answers({ id }: { id: string }) {
  const answers = companyAnswers.data.value;
  return (
    <section>
      <div class="panel-head">
        <h3 class="title">{t('companies.answers')}</h3>
        <a class="push soft small" href={`/responses?company=${encodeURIComponent(id)}`}>
          {t('segments.see-answers')}
        </a>
      </div>
      {!answers && <Bones rows={4} />}
      {answers?.length === 0 && <p class="faint">{t('companies.answers-none')}</p>}
      <ul class="segment-comments">
        {answers?.map(({ id, metric, score, emotion, comment, contact, touchpoint, startedAt }) => (
          <li key={id}>
            <a class="segment-comment" href={responsesHref({ open: id })}>
              <span class="row">
                {score !== null && <Answer metric={metric} score={score} emotion={emotion} />}
                {touchpoint && <bdi>{touchpointName(touchpoint)}</bdi>}
                {contact && <bdi class="strong">{contact.name}</bdi>}
                <span class="faint small push">{formatDate(startedAt)}</span>
              </span>
              {comment && (
                <span dir="auto" class="soft">
                  {comment}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One company: who belongs to it, how they feel over time, what is known of it, and what they said last. */
export function CompanyPage({ id }: { id: string }) {
  useEffect(() => {
    void loadCompany(id);
  }, [id]);
  const found = company.data.value;
  const error = company.error.value;
  return (
    <>
      <PageHeader
        title={found?.name ?? (error ? t('companies.missing') : '…')}
        parent={{ href: '/companies', name: t('nav.companies') }}
      />
      {error &&
        !found &&
        (isMissing(error) ? <Missing what="company" /> : <Broken error={error} onRetry={() => loadCompany(id)} />)}
      {!found && !error && <Bones />}
      {found && (
        <div class="contact">
          <Head company={found} />
          <div class="contact-body">
            <aside class="contact-side">
              <People id={found.id} total={found.people} />
              {found.identifiers.length > 0 && (
                <section>
                  <div class="panel-head">
                    <h3 class="title">{t('companies.known-as')}</h3>
                  </div>
                  <dl>
                    {found.identifiers.map(({ system, value }) => (
                      <div key={`${system} ${value}`} class="attribute">
                        <dt>{systemName(system)}</dt>
                        <dd>
                          <bdi dir="ltr">{value}</bdi>
                        </dd>
                      </div>
                    ))}
                  </dl>
                </section>
              )}
              <Attributes attributes={found.attributes} provenance={found.provenance} />
            </aside>
            <div class="contact-main">
              <Trend company={found} />
              <Answers id={found.id} />
            </div>
          </div>
        </div>
      )}
    </>
  );
}
