import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ContactSummary } from '../../../contract/contact.ts';
import { listContacts } from '../../api.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { t } from '../../messages/translate.ts';
import { createResource } from '../../models/resource.ts';
import './choose-person.css';

interface ChoosePersonProps {
  /** Whoever may not be chosen. */
  except?: string;
  /** Whom to begin with, before anything is typed; without it with the newest. */
  likely?: { title: string; find: (signal: AbortSignal) => Promise<ContactSummary[]> };
  onChoose: (person: ContactSummary) => void;
  onClose: () => void;
}

const FOUND = 12;

interface Found {
  people: ContactSummary[];
  isLikely: boolean;
}

/** A dialog that finds a person by name, email, phone or id. */
export function ChoosePerson({ except, likely, onChoose, onClose }: ChoosePersonProps) {
  const input = useRef<HTMLInputElement>(null);
  const found = useMemo(() => createResource<Found>(), []);
  const search = useMemo(
    () => (q: string) =>
      found.load(async (signal) => {
        if (q.trim() === '' && likely) return { people: await likely.find(signal), isLikely: true };
        const { items } = await listContacts({ q: q.trim(), limit: FOUND + 1 }, signal);
        return { people: items.filter(({ id }) => id !== except).slice(0, FOUND), isLikely: false };
      }),
    // Who is likely is found once: they do not change while the dialog is open.
    [found, except],
  );
  useEffect(() => {
    input.current?.focus();
    void search('');
  }, [search]);
  const { people, isLikely } = found.data.value ?? {};
  return (
    <Dialog title={t('people.choose')} onClose={onClose}>
      <SearchBox label={t('people.type-to-find')} value="" onSearch={search} input={input} />
      {found.error.value && <Broken error={found.error.value} onRetry={() => search(input.current?.value ?? '')} />}
      {!people && !found.error.value && <Bones rows={4} />}
      {people?.length === 0 && <p class="faint">{t(isLikely ? 'people.type-to-find' : 'people.none')}</p>}
      {isLikely && people && people.length > 0 && <p class="faint small">{likely?.title}</p>}
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
