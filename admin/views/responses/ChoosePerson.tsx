import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ContactSummary } from '../../../contract/contact.ts';
import { listContacts, type Page } from '../../api.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { t } from '../../messages/translate.ts';
import { createResource } from '../../models/resource.ts';

interface ChoosePersonProps {
  onChoose: (person: ContactSummary) => void;
  onClose: () => void;
}

const FOUND = 12;

/** A dialog that finds a person by name, email, phone or id. */
export function ChoosePerson({ onChoose, onClose }: ChoosePersonProps) {
  const input = useRef<HTMLInputElement>(null);
  const found = useMemo(() => createResource<Page<ContactSummary>>(), []);
  const search = useMemo(
    () => (q: string) => found.load((signal) => listContacts({ q: q.trim(), limit: FOUND }, signal)),
    [found],
  );
  useEffect(() => {
    input.current?.focus();
    void search('');
  }, [search]);
  const people = found.data.value?.items;
  return (
    <Dialog title={t('people.choose')} onClose={onClose}>
      <SearchBox label={t('people.type-to-find')} value="" onSearch={search} input={input} />
      {found.error.value && <Broken error={found.error.value} onRetry={() => search(input.current?.value ?? '')} />}
      {!people && !found.error.value && <Bones rows={4} />}
      {people?.length === 0 && <p class="faint">{t('people.none')}</p>}
      <ul>
        {people?.map((person) => (
          <li key={person.id}>
            <button type="button" class="person-choice" onClick={() => onChoose(person)}>
              <Avatar name={person.name} />
              <span class="clip">
                <bdi class="strong">{person.name}</bdi>
              </span>
              <bdi class="faint small clip push" dir="ltr">
                {person.email ?? person.phone}
              </bdi>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
