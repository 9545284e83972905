import type { IdentityEvidence, LinkedField } from '../../../../contract/identity.ts';
import { oddsNumber } from '../../../format/odds.ts';
import { sourceName } from '../../../format/source.ts';
import { systemName } from '../../../format/system.ts';
import { t } from '../../../messages/translate.ts';
import { regional } from '../../../models/regional.ts';

function textOf(evidence: IdentityEvidence): string {
  switch (evidence.kind) {
    case 'hand':
      return t('because.hand', { by: evidence.by });
    case 'token':
      return t('because.token');
    case 'shared': {
      const { value, system } = evidence;
      const source = sourceName(evidence.source);
      if (evidence.identifier !== 'external') return t(`because.shared-${evidence.identifier}`, { value, source });
      return t('because.shared-external', { value, source, system: systemName(system ?? '') });
    }
    case 'record':
      return t('because.record', { source: sourceName(evidence.source), value: evidence.value });
    case 'score':
      return t('because.score', { odds: oddsNumber(evidence.weight) });
    case 'suggestion':
      return t('because.suggestion');
  }
}

/** As wide as a bar of evidence gets, in bits. */
const WIDEST = 14;

function Field({ field, level, weight, shared }: LinkedField) {
  const others = shared === null ? null : Math.max(0, shared - 2);
  const bits = new Intl.NumberFormat(regional.value.numbers, { maximumFractionDigits: 1, signDisplay: 'always' });
  return (
    <li class="agreement" data-against={weight < 0 ? '' : undefined}>
      <span class="strong">{t(`field.${field}`)}</span>
      <span>{t(`level.${level}`)}</span>
      <span class="agreement-bar" aria-hidden="true">
        <i style={{ '--part': `${Math.min(1, Math.abs(weight) / WIDEST)}` }} />
      </span>
      <span class="numeric faint small">{bits.format(weight)}</span>
      {others !== null && (
        <span class="faint small agreement-rarity">
          {others === 0 ? t('rarity.only') : t('rarity.some', { n: shared ?? 0 })}
        </span>
      )}
    </li>
  );
}

/** What a decision about two people rests on; of a score, each field with how much it says. */
export function Because({ evidence }: { evidence: readonly IdentityEvidence[] }) {
  return (
    <ul class="because">
      {evidence.map((one) => (
        <li key={JSON.stringify(one)}>
          <p class="soft">{textOf(one)}</p>
          {one.kind === 'score' && (
            <ul class="agreements">
              {one.fields
                .toSorted((a, b) => b.weight - a.weight)
                .map((field) => (
                  <Field key={field.field} {...field} />
                ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
