import { useSignal } from '@preact/signals';
import { Avatar } from '../../components/Avatar.tsx';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Icon } from '../../components/Icon.tsx';
import { TrustMark } from '../../components/TrustMark.tsx';
import { formatAgoLong } from '../../format/ago.ts';
import { t } from '../../messages/translate.ts';
import { isMissing } from '../../models/attempt.ts';
import { now } from '../../models/clock.ts';
import { keysOpen } from '../../models/keys.ts';
import { hrefWith } from '../../models/location.ts';
import { regional } from '../../models/regional.ts';
import { detail, loadResponse } from '../../models/response.ts';
import { shown } from '../../models/responses.ts';
import { may } from '../../models/session.ts';
import { Missing } from '../Missing.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { EarlierAnswers } from './EarlierAnswers.tsx';
import { ResponseFacts } from './ResponseFacts.tsx';
import { Spoken } from './Spoken.tsx';
import { WhyThisPerson } from './WhyThisPerson.tsx';
import './detail.css';

function Head() {
  const deleting = useSignal(false);
  const response = detail.data.value;
  if (!response) return null;
  const { contact, trust, receivedAt } = response;
  return (
    <header class="detail-head">
      <a
        class="button detail-back"
        data-kind="quiet"
        data-shape="square"
        href={hrefWith({ open: null })}
        aria-label={t('responses.back')}
      >
        <Icon name="chevron-left" />
      </a>
      <Avatar name={contact?.name ?? null} size="medium" />
      <div class="clip">
        <h2 class="row">
          {contact ? (
            <a class="title clip" href={`/people/${contact.id}`}>
              <bdi>{contact.name}</bdi>
            </a>
          ) : (
            <span class="title">{trust === 'anonymous' ? t('anonymous') : t('somebody')}</span>
          )}
          <TrustMark trust={trust} word />
        </h2>
        <p class="faint small clip">{formatAgoLong(receivedAt, now.value, regional.value.numbers)}</p>
      </div>
      {may('admin') && (
        <button
          type="button"
          class="button push"
          data-kind="quiet"
          data-shape="square"
          aria-label={t('detail.delete')}
          title={t('detail.delete')}
          onClick={() => {
            deleting.value = true;
          }}
        >
          <Icon name="trash-2" />
        </button>
      )}
      {deleting.value && (
        <DeleteDialog
          onClose={() => {
            deleting.value = false;
          }}
        />
      )}
    </header>
  );
}

function Body() {
  const response = detail.data.value;
  if (!response) return null;
  return (
    <div class="detail-body" key={response.id}>
      <Spoken response={response} />
      <WhyThisPerson response={response} />
      <ResponseFacts response={response} />
      <EarlierAnswers />
    </div>
  );
}

function Keys() {
  return (
    <footer class="keys">
      <span>
        <kbd>J</kbd>
        <kbd>K</kbd>
        {t('keys.next-previous')}
      </span>
      <span>
        <kbd>/</kbd>
        {t('keys.search')}
      </span>
      {may('agent') && (
        <span>
          <kbd>U</kbd>
          {t('why.undo')}
        </span>
      )}
      <button
        type="button"
        onClick={() => {
          keysOpen.value = true;
        }}
      >
        <kbd>?</kbd>
        {t('keys.all')}
      </button>
    </footer>
  );
}

/** One response in full; on a phone a page of its own. */
export function ResponsePane() {
  const id = shown.value;
  const error = detail.error.value;
  if (!id) return <article class="detail" />;
  return (
    <article class="detail" aria-busy={detail.loading.value}>
      {error && isMissing(error) ? (
        <Missing what="response" />
      ) : error ? (
        <Broken error={error} onRetry={() => loadResponse(id)} answers />
      ) : detail.data.value ? (
        <>
          <Head />
          <Body />
          <Keys />
        </>
      ) : (
        <Bones />
      )}
    </article>
  );
}
