import type { ContactRead } from '../../../contract/contact.ts';
import { t } from '../../messages/translate.ts';

/** The segments somebody is in. */
export function InSegments({ contact }: { contact: ContactRead }) {
  if (contact.segments.length === 0) return null;
  return (
    <section>
      <div class="panel-head">
        <h3 class="title">{t('person.in-segments')}</h3>
      </div>
      <ul class="in-segments">
        {contact.segments.map(({ id, name }) => (
          <li key={id}>
            <a class="chip" href={`/segments/${encodeURIComponent(id)}`}>
              <bdi class="clip">{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
