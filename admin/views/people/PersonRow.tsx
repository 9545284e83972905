import type { ContactSummary } from '../../../contract/contact.ts';
import { Ago } from '../../components/Ago.tsx';
import { Answer } from '../../components/Answer.tsx';
import { Avatar } from '../../components/Avatar.tsx';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';

interface PersonRowProps {
  person: ContactSummary;
}

/** One person in the list. */
export function PersonRow({ person }: PersonRowProps) {
  const { id, name, email, phone, company, responses, lastScore, lastMetric, lastResponseAt } = person;
  return (
    <a class="person-row" href={`/people/${encodeURIComponent(id)}`}>
      <Avatar name={name} />
      <bdi class="strong clip">{name}</bdi>
      <span class="soft clip person-email">
        <bdi dir="ltr">{email}</bdi>
      </span>
      <span class="soft clip person-phone">
        <bdi dir="ltr">{phone}</bdi>
      </span>
      <bdi class="soft clip person-company">{company}</bdi>
      <span class="faint person-answers">
        <span aria-hidden="true">{formatNumber(responses)}</span>
        <span class="visually-hidden">{t('answers', { n: responses })}</span>
      </span>
      <span class="row person-last">
        {lastScore !== null && <Answer metric={lastMetric} score={lastScore} />}
        {lastResponseAt && <Ago at={lastResponseAt} class="faint small push" />}
      </span>
    </a>
  );
}
