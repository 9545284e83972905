import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Icon } from '../../components/Icon.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { hrefWith, navigate } from '../../models/location.ts';
import { filtered, filters, responsesHref } from '../../models/response-filters.ts';
import {
  counts,
  holdList,
  items,
  itemsKey,
  listError,
  listReady,
  loadMore,
  loadResponses,
  shown,
  step,
} from '../../models/responses.ts';
import { NoAnswers } from '../NoAnswers.tsx';
import { FilterChips } from './FilterChips.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { ResponseRow } from './ResponseRow.tsx';

interface ResponseListProps {
  search: RefObject<HTMLInputElement | null>;
}

const ROW = 56;
const searchFor = (text: string) => navigate(hrefWith({ q: text.trim() || null, open: null }), { replace: true });

function Nothing() {
  if (!filtered.value || counts.value?.total === 0) return <NoAnswers />;
  return (
    <Empty title={t('responses.none')} text={t('responses.none-hint')}>
      <a class="button" href={responsesHref()}>
        {t('responses.clear')}
      </a>
    </Empty>
  );
}

function FiltersDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t('responses.filters')} onClose={onClose}>
      <FilterPanel />
    </Dialog>
  );
}

/** The list of responses, with its search and the filters in force. */
export function ResponseList({ search }: ResponseListProps) {
  const choosing = useSignal(false);
  const away = useSignal(false);
  const hovered = useSignal(false);
  const hold = () => holdList(away.value || hovered.value);
  const tally = counts.value;
  return (
    <section
      class="list"
      onPointerEnter={(event) => {
        if (event.pointerType !== 'mouse') return;
        hovered.value = true;
        hold();
      }}
      onPointerLeave={() => {
        hovered.value = false;
        hold();
      }}
    >
      <div class="list-head">
        <SearchBox
          label={t('responses.search')}
          value={filters.value.q}
          onSearch={searchFor}
          input={search}
          keyCap="/"
        />
        <p class="list-summary">
          {tally && (
            <span>
              <span class="strong">{formatNumber(tally.matched)}</span>{' '}
              <span class="faint">{t('responses.of', { n: tally.total })}</span>
            </span>
          )}
          <span class="faint small push">{t('responses.newest')}</span>
          <button
            type="button"
            class="chip filters-button"
            onClick={() => {
              choosing.value = true;
            }}
          >
            <Icon name="list-filter" />
            {t('responses.filters')}
          </button>
          <FilterChips />
        </p>
      </div>
      {listError.value ? (
        <Broken error={listError.value} onRetry={loadResponses} answers />
      ) : !listReady.value ? (
        <Bones rows={10} />
      ) : items.value.length === 0 ? (
        <Nothing />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrows do here what J and K do everywhere
        <div
          class="list-rows"
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
            event.preventDefault();
            step(event.key === 'ArrowDown' ? 1 : -1);
          }}
        >
          <VirtualList
            key={itemsKey.value}
            label={t('nav.responses')}
            items={items.value}
            keyOf={(item) => item.id}
            rowHeight={ROW}
            render={(item) => <ResponseRow response={item} />}
            onEnd={loadMore}
            onAway={(isAway) => {
              away.value = isAway;
              hold();
            }}
            current={shown.value}
          />
        </div>
      )}
      {choosing.value && (
        <FiltersDialog
          onClose={() => {
            choosing.value = false;
          }}
        />
      )}
    </section>
  );
}
