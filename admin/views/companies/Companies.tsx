import { useEffect, useRef } from 'preact/hooks';
import type { CompanyOrder, CompanySummary } from '../../../contract/company.ts';
import { Ago } from '../../components/Ago.tsx';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Empty } from '../../components/Empty.tsx';
import { EvidenceKey } from '../../components/EvidenceKey.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { Segments } from '../../components/Segments.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { t } from '../../messages/translate.ts';
import {
  companies,
  companiesError,
  companiesTotal,
  loadCompanies,
  loadMoreCompanies,
  ORDERS,
  order,
  sought,
} from '../../models/companies.ts';
import { bindKeys } from '../../models/keys.ts';
import { hrefWith, navigate } from '../../models/location.ts';
import { PeopleTabs } from '../people/PeopleTabs.tsx';
import { ShareLine } from '../segments/ShareLine.tsx';
import '../people/people.css';
import '../segments/segments.css';
import './companies.css';

const ROW = 44;
const orderBy = (order: CompanyOrder) =>
  navigate(hrefWith({ order: order === 'people' ? null : order }), { replace: true });
const searchFor = (text: string) => navigate(hrefWith({ q: text.trim() || null }), { replace: true });

function Row({ company }: { company: CompanySummary }) {
  const { id, name, people, csat, lastResponseAt } = company;
  return (
    <a class="company-row" href={`/companies/${encodeURIComponent(id)}`}>
      <bdi class="strong clip">{name}</bdi>
      <span class="soft company-people">{t('segments.people', { n: people })}</span>
      <ShareLine share={csat} withRange />
      <span class="faint small company-last">{lastResponseAt && <Ago at={lastResponseAt} />}</span>
    </a>
  );
}

function Found() {
  if (companiesError.value) return <Broken error={companiesError.value} onRetry={loadCompanies} />;
  if (companiesTotal.value === null) return <Bones rows={10} />;
  if (companies.value.length === 0) {
    return sought.value ? (
      <Empty title={t('companies.not-found')} text={t('people.none-hint')} />
    ) : (
      <Empty title={t('companies.none')} text={t('companies.none-hint')} />
    );
  }
  return (
    <>
      <div class="company-row people-head" aria-hidden="true">
        <span>{t('people.name')}</span>
        <span class="company-people">{t('companies.people')}</span>
        <span>{t('companies.satisfied')}</span>
        <span class="company-last">{t('companies.last')}</span>
      </div>
      <VirtualList
        label={t('nav.companies')}
        items={companies.value}
        keyOf={({ id }) => id}
        rowHeight={ROW}
        render={(company) => <Row company={company} />}
        onEnd={loadMoreCompanies}
      />
    </>
  );
}

/** Every company that people belong to, and how satisfied they are. */
export function Companies() {
  const input = useRef<HTMLInputElement>(null);
  const q = sought.value;
  const by = order.value;
  useEffect(() => {
    void loadCompanies();
  }, [q, by]);
  useEffect(() => bindKeys([{ key: '/', run: () => input.current?.focus() }]), []);
  return (
    <>
      <PageHeader title={t('nav.companies')} parent={{ href: '/people', name: t('nav.people') }} />
      <PeopleTabs />
      <div class="people">
        <div class="people-search">
          <SearchBox label={t('companies.search')} value={q} onSearch={searchFor} input={input} keyCap="/" />
          {companiesTotal.value !== null && (
            <p class="faint small">{t('companies.count', { n: companiesTotal.value })}</p>
          )}
        </div>
        <div class="company-bar">
          <Segments<CompanyOrder>
            label={t('companies.order')}
            value={by}
            choices={ORDERS.map((value) => ({ value, text: t(`companies.order-${value}`) }))}
            onChoose={orderBy}
          />
          <EvidenceKey />
        </div>
        <Found />
      </div>
    </>
  );
}
