import type { Contact } from '../../../contract/contact.ts';
import { Answer } from '../../components/Answer.tsx';
import { Avatar } from '../../components/Avatar.tsx';
import { t } from '../../messages/translate.ts';

interface ColleaguesProps {
  contact: Contact;
}

/** Others of the same company, and how they felt last. */
export function Colleagues({ contact }: ColleaguesProps) {
  const { company, colleagues, colleaguesTotal } = contact;
  if (!company || colleagues.length === 0) return null;
  return (
    <section>
      <div class="panel-head">
        <h3 class="title">{t('person.at', { company })}</h3>
        <a class="push soft small" href={`/people?q=${encodeURIComponent(company)}`}>
          {t('person.total', { n: colleaguesTotal + 1 })}
        </a>
      </div>
      <ul>
        {colleagues.map(({ id, name, email, lastScore, lastMetric }) => (
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
    </section>
  );
}
