import type { ContactSurvey, NoReason } from '../../../contract/decision.ts';
import { Ago } from '../../components/Ago.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Phrase } from '../../components/Phrase.tsx';
import { formatDate } from '../../format/date.ts';
import { t } from '../../messages/translate.ts';
import { asking } from '../../models/person.ts';
import { surveyName } from '../../models/reference.ts';

/** Why not, in words; what it rests on is named where it is known. */
function reasonOf(reason: NoReason, { survey, attribute, segment }: ContactSurvey['detail']): string {
  if (reason === 'audience' && attribute) return t('asking.attribute', { name: attribute });
  if (reason === 'audience' && segment) return t('asking.segment');
  if (reason === 'cooldown' && survey) return t('asking.cooldown-of', { name: surveyName(survey) });
  return t(`asking.${reason}`);
}

function Verdict({ asked, reason, detail, until, depends }: ContactSurvey) {
  if (!asked && reason) {
    return (
      <p class="soft small">
        {reasonOf(reason, detail)}
        {until && <span class="faint"> · {t('asking.until', { date: formatDate(until) })}</span>}
      </p>
    );
  }
  return (
    <p class="soft small">
      {t('asking.yes')}
      {depends.length > 0 && <span class="faint"> · {depends.map((one) => t(`asking.if-${one}`)).join(' · ')}</span>}
    </p>
  );
}

function Last({ last }: { last: ContactSurvey['last'] }) {
  if (!last) return null;
  return (
    <p class="faint small">
      <Phrase
        text={last.shown ? 'asking.last-shown' : 'asking.last-not'}
        with={{ ago: <Ago at={last.at} />, reason: last.reason ? reasonOf(last.reason, last.detail) : '' }}
      />
    </p>
  );
}

/** For every live survey, whether this person would be asked it now, why not, and what was decided last. */
export function WhyAsked() {
  const surveys = asking.data.value;
  if (!surveys || surveys.length === 0) return null;
  return (
    <section>
      <div class="panel-head">
        <h3 class="title">{t('asking.title')}</h3>
      </div>
      <ul>
        {surveys.map((one) => (
          <li key={one.survey} class="asking" data-asked={one.asked ? '' : undefined}>
            <Icon name={one.asked ? 'check' : 'eye-off'} />
            <div>
              <p>
                <bdi>{one.name}</bdi>
              </p>
              <Verdict {...one} />
              <Last last={one.last} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
