import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ContactRead } from '../../../contract/contact.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { t } from '../../messages/translate.ts';
import { isMissing } from '../../models/attempt.ts';
import { followPerson, loadPerson, loadTimeline, person, tab } from '../../models/person.ts';
import { isAdmin, may } from '../../models/session.ts';
import { LinksButton } from '../links/LinksButton.tsx';
import { Missing } from '../Missing.tsx';
import { Attributes } from './Attributes.tsx';
import { Colleagues } from './Colleagues.tsx';
import { EditPerson } from './EditPerson.tsx';
import { FeltPlot } from './FeltPlot.tsx';
import { Identifiers } from './Identifiers.tsx';
import { InSegments } from './InSegments.tsx';
import { Journal } from './Journal.tsx';
import { MergeButton } from './MergeButton.tsx';
import { MergedFrom } from './MergedFrom.tsx';
import { PersonConsents } from './PersonConsents.tsx';
import { PersonRights } from './PersonRights.tsx';
import { SamePhone } from './SamePhone.tsx';
import { Standing } from './Standing.tsx';
import { Timeline } from './Timeline.tsx';
import { WhyAsked } from './WhyAsked.tsx';
import '../../styles/plot.css';
import './people.css';
import '../segments/segments.css';

function Head({ contact }: { contact: ContactRead }) {
  const { name, company, companyId, attributes } = contact;
  const title = attributes['title'];
  return (
    <header class="contact-head">
      <Avatar name={name} size="large" />
      <div class="contact-name">
        <h2>
          <bdi>{name}</bdi>
        </h2>
        {(company || title) && (
          <p class="soft">
            {title !== undefined && title !== '' && <bdi>{String(title)}</bdi>}
            {title !== undefined && title !== '' && company && ' · '}
            {company && (
              <a
                class="underlined"
                href={companyId ? `/companies/${companyId}` : `/people?q=${encodeURIComponent(company)}`}
              >
                <bdi>{company}</bdi>
              </a>
            )}
          </p>
        )}
      </div>
      <Standing contact={contact} />
    </header>
  );
}

interface PersonProps {
  id: string;
}

/** One person: how they are known, what is known, how it felt, and what happened. */
export function Person({ id }: PersonProps) {
  const editing = useSignal(false);
  const shown = tab.value;
  useEffect(() => {
    void loadPerson(id);
  }, [id]);
  useEffect(() => {
    void loadTimeline();
  }, [id, shown]);
  useEffect(followPerson, []);
  const contact = person.data.value;
  const error = person.error.value;
  return (
    <>
      <PageHeader
        title={contact?.name || (error ? t(isMissing(error) ? 'missing.person' : 'error.title') : '…')}
        parent={{ href: '/people', name: t('nav.people') }}
      >
        {contact && isAdmin.value && <LinksButton contact={contact} />}
        {contact && isAdmin.value && <MergeButton contact={contact} />}
        {contact && may('agent') && (
          <button
            type="button"
            class="button"
            onClick={() => {
              editing.value = true;
            }}
          >
            <Icon name="pencil" />
            {t('person.edit')}
          </button>
        )}
      </PageHeader>
      {error &&
        !contact &&
        (isMissing(error) ? <Missing what="person" /> : <Broken error={error} onRetry={() => loadPerson(id)} />)}
      {!contact && !error && <Bones />}
      {contact && (
        <div class="contact">
          <SamePhone id={contact.id} />
          <Head contact={contact} />
          <div class="contact-body">
            <aside class="contact-side">
              <Identifiers identifiers={contact.identifiers} />
              <MergedFrom id={contact.id} />
              <Attributes attributes={contact.attributes} provenance={contact.provenance} />
              <InSegments contact={contact} />
              <WhyAsked />
              <Colleagues contact={contact} />
              <PersonConsents contact={contact.id} />
              <PersonRights contact={contact} />
            </aside>
            <section class="contact-main">
              <FeltPlot />
              <Timeline />
              <Journal id={contact.id} />
            </section>
          </div>
        </div>
      )}
      {contact && editing.value && (
        <EditPerson
          contact={contact}
          onClose={() => {
            editing.value = false;
          }}
        />
      )}
    </>
  );
}
