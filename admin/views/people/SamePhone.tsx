import { Icon } from '../../components/Icon.tsx';
import { Phrase } from '../../components/Phrase.tsx';
import { t } from '../../messages/translate.ts';
import { forgetSamePhone, samePhone } from '../../models/same-phone.ts';

interface SamePhoneProps {
  /** Whose page it is. */
  id: string;
}

/** Says, on the page of somebody just added, who else has this phone: perhaps the same person. */
export function SamePhone({ id }: SamePhoneProps) {
  const found = samePhone.value;
  if (found?.of !== id) return null;
  return (
    <p class="banner" role="status">
      <Icon name="phone" />
      <span>
        <Phrase
          text="people.same-phone"
          with={{
            name: (
              <a class="underlined strong" href={`/people/${encodeURIComponent(found.other.id)}`}>
                <bdi>{found.other.name || t('somebody')}</bdi>
              </a>
            ),
          }}
        />
      </span>
      <button
        type="button"
        class="button push"
        data-kind="quiet"
        data-shape="square"
        data-size="small"
        aria-label={t('close')}
        onClick={forgetSamePhone}
      >
        <Icon name="x" />
      </button>
    </p>
  );
}
