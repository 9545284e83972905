import { useEffect, useRef } from 'preact/hooks';
import { exportHref } from '../../api.ts';
import { Icon } from '../../components/Icon.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { t } from '../../messages/translate.ts';
import { bindKeys, keysOpen } from '../../models/keys.ts';
import { resumed } from '../../models/live.ts';
import { hrefWith, navigate } from '../../models/location.ts';
import { followResponse, loadResponse, undo } from '../../models/response.ts';
import { filterKey, filters } from '../../models/response-filters.ts';
import { followResponses, loadResponses, opened, shown, step } from '../../models/responses.ts';
import { isAdmin } from '../../models/session.ts';
import { PeriodPicker } from '../period/PeriodPicker.tsx';
import { SegmentSelect } from '../segments/SegmentSelect.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { NewAnswers } from './NewAnswers.tsx';
import { ResponseList } from './ResponseList.tsx';
import { ResponsePane } from './ResponsePane.tsx';
import './responses.css';

/** Filters, the list, and one response in full. */
export function Responses() {
  const search = useRef<HTMLInputElement>(null);
  // Read again when a filter changes, and when the live stream was broken for a while.
  const asked = `${resumed.value} ${filterKey.value}`;
  useEffect(() => {
    void loadResponses();
  }, [asked]);
  const id = shown.value;
  useEffect(() => {
    if (id) void loadResponse(id);
  }, [id]);
  useEffect(followResponses, []);
  useEffect(followResponse, []);
  useEffect(
    () =>
      bindKeys([
        { key: 'j', run: () => step(1) },
        { key: 'k', run: () => step(-1) },
        { key: '/', run: () => search.current?.focus() },
        { key: 'u', run: () => void undo() },
        {
          key: '?',
          run: () => {
            keysOpen.value = true;
          },
        },
        { key: 'escape', run: () => navigate(hrefWith({ open: null })) },
      ]),
    [],
  );
  return (
    <>
      <PageHeader title={t('nav.responses')}>
        <NewAnswers />
        <SegmentSelect />
        {isAdmin.value && (
          <a
            class="button"
            data-kind="quiet"
            href={exportHref(filters.value)}
            download
            title={t('responses.export-as')}
          >
            <Icon name="download" />
            <span class="phone-hides">{t('responses.export')}</span>
          </a>
        )}
        <PeriodPicker />
      </PageHeader>
      <div class="responses" data-open={opened.value ? '' : undefined}>
        <aside class="filters" aria-label={t('responses.filters')}>
          <FilterPanel />
        </aside>
        <ResponseList search={search} />
        <ResponsePane />
      </div>
      {keysOpen.value && <KeysDialog />}
    </>
  );
}
