import { useEffect } from 'preact/hooks';
import type { Suggestion } from '../../../../contract/identity.ts';
import { Bones } from '../../../components/Bones.tsx';
import { Broken } from '../../../components/Broken.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { Segments } from '../../../components/Segments.tsx';
import { formatNumber } from '../../../format/number.ts';
import { oddsNumber, oddsWord } from '../../../format/odds.ts';
import { t } from '../../../messages/translate.ts';
import {
  choosePair,
  chooseState,
  chosenPair,
  counts,
  hasMore,
  loadMorePairs,
  loadPairs,
  pairs,
  STATES,
  state,
  undoLast,
} from '../../../models/duplicates.ts';
import { bindKeys } from '../../../models/keys.ts';
import { resumed } from '../../../models/live.ts';
import { isAdmin } from '../../../models/session.ts';
import { PeopleTabs } from '../PeopleTabs.tsx';
import { PairPane } from './PairPane.tsx';
import { Run } from './Run.tsx';
import './duplicates.css';

function Pair({ pair, isOpen }: { pair: Suggestion; isOpen: boolean }) {
  const { a, b, weight } = pair;
  return (
    <li>
      <button
        type="button"
        class="pair-choice"
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => choosePair(pair.id)}
      >
        <span class="clip">
          <bdi class="strong">{a.name || a.email || '—'}</bdi>
          <span class="faint"> · </span>
          <bdi class="strong">{b.name || b.email || '—'}</bdi>
        </span>
        <span class="faint small clip">
          {oddsWord(weight)}
          {weight !== null && ` · ${oddsNumber(weight)}`}
        </span>
      </button>
    </li>
  );
}

function Nothing() {
  if (state.value === 'open') return <Empty title={t('duplicates.none')} text={t('duplicates.none-text')} />;
  return <Empty title={t(`duplicates.none-${state.value}`)} text={t('duplicates.none-decided')} />;
}

/** Pairs of people who may be one: to review, and those decided about. */
export function Duplicates() {
  useEffect(() => {
    void loadPairs();
  }, [state.value, resumed.value]);
  // Here, since the last pair leaves no pane behind.
  useEffect(() => (isAdmin.value ? bindKeys([{ key: 'u', run: () => void undoLast() }]) : undefined), [isAdmin.value]);
  const listed = pairs.data.value;
  const error = pairs.error.value;
  const open = chosenPair.value;
  const choices = STATES.map((value) => {
    const n = counts.value[value];
    return { value, text: n ? `${t(`duplicates.${value}`)} ${formatNumber(n)}` : t(`duplicates.${value}`) };
  });
  return (
    <>
      <PageHeader title={t('nav.duplicates')} parent={{ href: '/people', name: t('nav.people') }} />
      <PeopleTabs />
      <div class="duplicates-bar">
        <Segments label={t('duplicates.state')} value={state.value} choices={choices} onChoose={chooseState} />
        <Run />
      </div>
      {error && !listed && <Broken error={error} onRetry={loadPairs} />}
      {!listed && !error && <Bones />}
      {listed?.length === 0 && <Nothing />}
      {listed && listed.length > 0 && (
        <div class="duplicates">
          <nav class="pair-list" aria-label={t('duplicates.pairs')}>
            <ul>
              {listed.map((pair) => (
                <Pair key={pair.id} pair={pair} isOpen={pair.id === open?.id} />
              ))}
            </ul>
            {hasMore.value && (
              <button type="button" class="button" data-kind="quiet" onClick={loadMorePairs}>
                {t('duplicates.more')}
              </button>
            )}
          </nav>
          {open && <PairPane pair={open} />}
        </div>
      )}
    </>
  );
}
