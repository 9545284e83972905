import { useEffect } from 'preact/hooks';
import type { ContactRead } from '../../../contract/contact.ts';
import { Answer } from '../../components/Answer.tsx';
import { Avatar } from '../../components/Avatar.tsx';
import { t } from '../../messages/translate.ts';
import { company, loadCompanyName } from '../../models/companies.ts';
import { ShareLine } from '../segments/ShareLine.tsx';

function CompanyFelt({ id }: { id: string | null }) {
  useEffect(() => {
    if (id) void loadCompanyName(id);
  }, [id]);
  const found = company.data.value;
  if (!id || found?.id !== id) return null;
  return (
    <p class="company-felt">
      <a class="soft small" href={`/companies/${id}`}>
        {t('person.company-felt')}
      </a>
      <ShareLine share={found.csat} />
    </p>
  );
}

interface ColleaguesProps {
  contact: ContactRead;
}

/** Others of the same company, and how they felt last. */
export function Colleagues({ contact }: ColleaguesProps) {
  const { company: name, companyId, colleagues, colleaguesTotal } = contact;
  if (!name || colleagues.length === 0) return null;
  return (
    <section>
      <div class="panel-head">
        <h3 class="title">{t('person.at', { company: name })}</h3>
        <a
          class="push soft small"
          href={companyId ? `/people?company=${companyId}` : `/people?q=${encodeURIComponent(name)}`}
        >
          {t('person.total', { n: colleaguesTotal + 1 })}
        </a>
      </div>
      <ul>
        {colleagues.map(({ id, name: called, email, lastScore, lastMetric }) => (
          <li key={id}>
            <a class="related" href={`/people/${encodeURIComponent(id)}`}>
              <Avatar name={called} />
              <span class="clip">
                <bdi class="strong clip">{called}</bdi>
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
      <CompanyFelt id={companyId} />
    </section>
  );
}
