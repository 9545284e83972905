import { useEffect } from 'preact/hooks';
import { COVERAGES } from '../../../contract/coverageKinds.ts';
import { Icon } from '../../components/Icon.tsx';
import { stageText } from '../../format/stage.ts';
import { t } from '../../messages/translate.ts';
import { company, loadCompanyName } from '../../models/companies.ts';
import { hrefWith } from '../../models/location.ts';
import { narrowed } from '../../models/people.ts';

function chips(): { name: string; text: string }[] {
  const now = narrowed.value;
  const found: { name: string; text: string }[] = [];
  for (const name of COVERAGES) {
    if (now.coverage?.includes(name)) found.push({ name: 'coverage', text: t(`coverage.${name}`) });
  }
  if (now.stage) found.push({ name: 'stage', text: now.stage === '-' ? t('coverage.no-stage') : stageText(now.stage) });
  if (now.company) {
    const known = company.data.value?.id === now.company ? company.data.value.name : t('people.company');
    found.push({ name: 'company', text: known });
  }
  return found;
}

/** Whom the list stays among besides a segment, each with a way to take it off. */
export function PeopleChips() {
  const id = narrowed.value.company ?? '';
  useEffect(() => {
    if (id) void loadCompanyName(id);
  }, [id]);
  const found = chips();
  if (found.length === 0) return null;
  return (
    <span class="list-chips">
      {found.map(({ name, text }) => (
        <a
          key={name}
          class="chip"
          href={hrefWith(name === 'coverage' ? { coverage: null, lately: null, within: null } : { [name]: null })}
          aria-label={t('responses.remove', { name: text })}
        >
          <bdi class="clip">{text}</bdi>
          <Icon name="x" />
        </a>
      ))}
    </span>
  );
}
