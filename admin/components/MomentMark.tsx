import type { TouchpointReport } from '../../contract/report.ts';
import { t } from '../messages/translate.ts';

interface MomentMarkProps {
  moment: TouchpointReport['moment'];
}

/** A moment of truth: a solid diamond is declared. Without one the space is kept, so that names line up. */
export function MomentMark({ moment }: MomentMarkProps) {
  if (!moment) return <i class="moment" data-none aria-hidden="true" />;
  const name = t(`moment.${moment}`);
  return <i class="moment" role="img" aria-label={name} title={name} />;
}
