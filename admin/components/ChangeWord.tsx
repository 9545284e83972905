import type { Change } from '../../contract/report.ts';
import { t } from '../messages/translate.ts';
import { Icon, type IconName } from './Icon.tsx';

interface ChangeWordProps {
  change: Change;
}

const ICONS: Record<Change['verdict'], IconName> = {
  'clearly-worse': 'arrow-down',
  'likely-worse': 'arrow-down',
  noise: 'equal-approximately',
  'likely-better': 'arrow-up',
  'clearly-better': 'arrow-up',
  unclear: 'equal-approximately',
};

function sureOf(verdict: Change['verdict']): 'worse' | 'better' | undefined {
  if (verdict.endsWith('worse')) return 'worse';
  return verdict.endsWith('better') ? 'better' : undefined;
}

/** What may be said of a figure against the period before, in words. */
export function ChangeWord({ change }: ChangeWordProps) {
  return (
    <span class="change" data-sure={sureOf(change.verdict)}>
      <Icon name={ICONS[change.verdict]} />
      {t(`change.${change.verdict}`)}
    </span>
  );
}
