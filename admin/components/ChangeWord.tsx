import type { Change, Share } from '../../contract/report.ts';
import { t } from '../messages/translate.ts';
import { Icon, type IconName } from './Icon.tsx';

interface ChangeWordProps {
  change: Change;
  /** The period before. */
  before: Share;
  /** Says so where there is nothing to compare with; else a dash does. */
  wordy?: boolean;
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

/**
 * What may be said of a figure against the period before, in words. Nothing, when that period had too few answers or the
 * two together are too few to tell: a doubt about the change must not read as one about the figure beside it.
 */
export function ChangeWord({ change, before, wordy = false }: ChangeWordProps) {
  if (!before.sufficient || change.verdict === 'unclear') {
    const text = t(before.sufficient ? 'change.unclear' : 'change.nothing');
    if (wordy) return <span class="change faint">{text}</span>;
    return (
      <span class="change faint" title={text}>
        <span aria-hidden="true">–</span>
        <span class="visually-hidden">{text}</span>
      </span>
    );
  }
  return (
    <span class="change" data-sure={sureOf(change.verdict)}>
      <Icon name={ICONS[change.verdict]} />
      {t(`change.${change.verdict}`)}
    </span>
  );
}
