import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { t } from '../../messages/translate.ts';
import { bindKeys } from '../../models/keys.ts';
import { hrefWith, navigate } from '../../models/location.ts';
import {
  loadMorePeople,
  loadPeople,
  narrowed,
  people,
  peopleError,
  peopleKey,
  peopleMore,
  peopleTotal,
  search,
} from '../../models/people.ts';
import { may } from '../../models/session.ts';
import { SegmentSelect } from '../segments/SegmentSelect.tsx';
import { AddPerson } from './AddPerson.tsx';
import { PeopleChips } from './PeopleChips.tsx';
import { PeopleTabs } from './PeopleTabs.tsx';
import { PersonRow } from './PersonRow.tsx';
import './people.css';

const ROW = 44;
const searchFor = (text: string) => navigate(hrefWith({ q: text.trim() || null }), { replace: true });

/** Whether the list is of some people only. */
function isNarrowed(): boolean {
  return Object.values(narrowed.value).some((value) => value && value.length > 0);
}

function Found() {
  if (peopleError.value) return <Broken error={peopleError.value} onRetry={loadPeople} />;
  if (peopleTotal.value === null) return <Bones rows={10} />;
  if (people.value.length === 0) {
    if (isNarrowed()) return <Empty title={t('people.none-narrowed')} text={t('people.none-narrowed-hint')} />;
    return search.value ? (
      <Empty title={t('people.none')} text={t('people.none-hint')} />
    ) : (
      <Empty title={t('people.empty')} text={t('people.empty-hint')} />
    );
  }
  return (
    <>
      <div class="person-row people-head" aria-hidden="true">
        <span />
        <span>{t('people.name')}</span>
        <span>{t('people.email')}</span>
        <span class="person-phone">{t('people.phone')}</span>
        <span class="person-company">{t('people.company')}</span>
        <span class="person-answers">{t('people.answers')}</span>
        <span class="row">
          <span>{t('people.last')}</span>
          <span class="push">{t('people.last-at')}</span>
        </span>
      </div>
      <VirtualList
        label={t('nav.people')}
        items={people.value}
        keyOf={(person) => person.id}
        rowHeight={ROW}
        render={(person) => <PersonRow person={person} />}
        onEnd={loadMorePeople}
      />
    </>
  );
}

/** Everybody known, found by name, email, phone, company or id. */
export function People() {
  const adding = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const q = search.value;
  const key = peopleKey.value;
  useEffect(() => {
    void loadPeople();
  }, [key]);
  useEffect(() => bindKeys([{ key: '/', run: () => input.current?.focus() }]), []);
  return (
    <>
      <PageHeader title={t('nav.people')}>
        <SegmentSelect />
        {may('agent') && (
          <button
            type="button"
            class="button"
            data-kind="primary"
            onClick={() => {
              adding.value = true;
            }}
          >
            <Icon name="plus" />
            {t('people.add')}
          </button>
        )}
      </PageHeader>
      <PeopleTabs />
      <div class="people" data-no-company={people.value.some(({ company }) => company) ? undefined : ''}>
        <div class="people-search">
          <SearchBox label={t('people.search')} value={q} onSearch={searchFor} input={input} keyCap="/" />
          <PeopleChips />
          {peopleTotal.value !== null && (
            <p class="faint small">
              {t(peopleMore.value ? 'people.count-more' : 'people.count', { n: peopleTotal.value })} ·{' '}
              {t('people.newest')}
            </p>
          )}
        </div>
        <Found />
      </div>
      {adding.value && (
        <AddPerson
          onClose={() => {
            adding.value = false;
          }}
        />
      )}
    </>
  );
}
