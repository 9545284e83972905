import { t } from '../messages/translate.ts';

interface BonesProps {
  rows?: number;
}

/** The shape of a list while it is on its way; drawn only once the wait is noticed. */
export function Bones({ rows = 6 }: BonesProps) {
  return (
    <div class="bones" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <div class="bone-row" key={index}>
          <i class="bone" data-shape="dot" />
          <div>
            <i class="bone" data-shape="name" />
            <i class="bone" data-shape="line" />
          </div>
          <i class="bone" />
        </div>
      ))}
    </div>
  );
}
