import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Contact } from '../../../../contract/contact.ts';
import type { Suggestion } from '../../../../contract/identity.ts';
import { survivorOf } from '../../../../worker/identity/survivorOf.ts';
import { Ago } from '../../../components/Ago.tsx';
import { Bones } from '../../../components/Bones.tsx';
import { Broken } from '../../../components/Broken.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { Phrase } from '../../../components/Phrase.tsx';
import { oddsNumber, oddsWord } from '../../../format/odds.ts';
import { t } from '../../../messages/translate.ts';
import { accept, loadPeople, movePair, people, reject, reopen } from '../../../models/duplicates.ts';
import type { Chosen } from '../../../models/identity.ts';
import { bindKeys } from '../../../models/keys.ts';
import { isAdmin } from '../../../models/session.ts';
import { Because } from './Because.tsx';
import { SideBySide } from './SideBySide.tsx';

function Decisions({ pair, both }: { pair: Suggestion; both: readonly [Contact, Contact] }) {
  const chosen = useSignal<Chosen>({});
  const stays = useSignal(survivorOf(...both).id);
  const busy = useSignal(false);
  const survivor = both.find(({ id }) => id === stays.value) ?? both[0];
  const other = both[0].id === survivor.id ? both[1] : both[0];
  const decide = async (work: () => Promise<boolean>) => {
    if (busy.value) return;
    busy.value = true;
    await work();
    busy.value = false;
  };
  const join = () => decide(() => accept(pair, survivor, chosen.value));
  const part = () => decide(() => reject(pair));
  const swap = () => {
    stays.value = other.id;
  };
  useEffect(
    () =>
      isAdmin.value
        ? bindKeys([
            { key: 'm', run: () => void join() },
            { key: 'x', run: () => void part() },
            { key: 's', run: swap },
          ])
        : undefined,
    [pair.id, survivor.id],
  );
  return (
    <>
      <SideBySide
        people={both}
        survivor={survivor}
        {...(isAdmin.value
          ? {
              chosen,
              onSurvive: (contact: Contact) => {
                stays.value = contact.id;
              },
            }
          : {})}
      />
      {isAdmin.value && (
        <div class="pair-actions">
          <button type="button" class="button" data-kind="primary" disabled={busy.value} onClick={join}>
            {t('duplicates.accept')}
            <kbd>M</kbd>
          </button>
          <button type="button" class="button" disabled={busy.value} onClick={part}>
            {t('duplicates.reject')}
            <kbd>X</kbd>
          </button>
          <button type="button" class="button" data-kind="quiet" onClick={swap}>
            {t('duplicates.swap')}
            <kbd>S</kbd>
          </button>
          <span class="faint small push phone-hides">
            <kbd>J</kbd> <kbd>K</kbd> {t('duplicates.key-move')} · <kbd>U</kbd> {t('duplicates.key-undo')}
          </span>
        </div>
      )}
    </>
  );
}

/** A pair of people who may be one: how likely, why, side by side, and what to decide. */
export function PairPane({ pair }: { pair: Suggestion }) {
  useEffect(() => {
    people.clear();
    void loadPeople(pair);
  }, [pair.id]);
  useEffect(
    () =>
      bindKeys([
        { key: 'j', run: () => movePair(1) },
        { key: 'k', run: () => movePair(-1) },
      ]),
    [],
  );
  const both = people.data.value;
  const error = people.error.value;
  const isThis = both?.[0].id === pair.a.id && both[1].id === pair.b.id;
  return (
    <section class="pair" aria-label={`${pair.a.name} · ${pair.b.name}`}>
      <header class="pair-head">
        <h2 class="title">{oddsWord(pair.weight)}</h2>
        {pair.weight !== null && <span class="soft numeric">{oddsNumber(pair.weight)}</span>}
        {pair.decidedAt && (
          <span class="faint small push">
            <Phrase
              text="duplicates.decided"
              with={{ when: <Ago at={pair.decidedAt} long />, who: pair.decidedBy ?? '' }}
            />
          </span>
        )}
      </header>
      {error && <Broken error={error} onRetry={() => loadPeople(pair)} />}
      {!isThis && !error && <Bones rows={6} />}
      {both && isThis && pair.state === 'open' && <Decisions key={pair.id} pair={pair} both={both} />}
      {both && isThis && pair.state === 'rejected' && <SideBySide people={both} survivor={both[0]} />}
      {pair.state !== 'open' && isAdmin.value && (
        <div class="pair-actions">
          <button type="button" class="button" onClick={() => reopen(pair.id)}>
            <Icon name="undo-2" />
            {t('duplicates.reopen')}
          </button>
        </div>
      )}
      <div class="panel-head">
        <h3 class="title">{t('duplicates.why')}</h3>
      </div>
      <Because evidence={pair.evidence} />
    </section>
  );
}
