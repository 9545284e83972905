import { useSignal } from '@preact/signals';
import type { ResponseDetail } from '../../../contract/response.ts';
import { Icon } from '../../components/Icon.tsx';
import { formatAgoLong } from '../../format/ago.ts';
import { t } from '../../messages/translate.ts';
import { now } from '../../models/clock.ts';
import { regional } from '../../models/regional.ts';
import { tieTo, undo, undoable } from '../../models/response.ts';
import { may } from '../../models/session.ts';
import { ChoosePerson } from './ChoosePerson.tsx';
import { Proof } from './Proof.tsx';

interface WhyThisPersonProps {
  response: ResponseDetail;
}

function decidedText(match: NonNullable<ResponseDetail['match']>): string {
  const when = formatAgoLong(match.at, now.value, regional.value.numbers);
  return match.by === 'rule' ? t('why.rule', { when }) : t('why.hand', { when, who: match.by });
}

/** What stands in for proof when there is none. */
function unprovenText({ match }: ResponseDetail): string | null {
  if (!match) return t('why.anonymous');
  if (match.state === 'pending') return t('why.pending');
  if (match.state === 'unmatched') return t('why.unmatched');
  return null;
}

/** Why the response lies with this person, or with nobody, and how to decide otherwise. */
export function WhyThisPerson({ response }: WhyThisPersonProps) {
  const choosing = useSignal(false);
  const { match, contact } = response;
  if (response.flags.includes('anonymised')) {
    return (
      <section class="why">
        <h3 class="strong">{t('why.title-gone')}</h3>
        <p class="soft">{t('why.gone')}</p>
      </section>
    );
  }
  const unproven = unprovenText(response);
  return (
    <section class="why">
      <div class="panel-head">
        <h3 class="strong">{contact ? t('why.title') : t('why.title-none')}</h3>
        {match && <span class="faint small">{decidedText(match)}</span>}
        {may('agent') && (
          <span class="row push">
            {contact && (
              <button type="button" class="button" data-size="small" data-kind="quiet" onClick={() => tieTo(null)}>
                {t('why.untie')}
              </button>
            )}
            <button
              type="button"
              class="button"
              data-size="small"
              data-kind={contact ? 'quiet' : undefined}
              onClick={() => {
                choosing.value = true;
              }}
            >
              {contact ? t('why.change') : t('why.tie')}
            </button>
            {undoable.value && (
              <button type="button" class="button" data-size="small" onClick={undo}>
                <Icon name="undo-2" />
                {t('why.undo')}
              </button>
            )}
          </span>
        )}
      </div>
      {match && match.evidence.length > 0 && <Proof match={match} />}
      {unproven && <p class="soft">{unproven}</p>}
      {choosing.value && (
        <ChoosePerson
          onChoose={(person) => {
            choosing.value = false;
            void tieTo(person);
          }}
          onClose={() => {
            choosing.value = false;
          }}
        />
      )}
    </section>
  );
}
