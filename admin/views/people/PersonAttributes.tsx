import type { Contact } from '../../../contract/contact.ts';
import { formatDate } from '../../format/date.ts';
import { sourceName } from '../../format/source.ts';
import { t } from '../../messages/translate.ts';
import { regional } from '../../models/regional.ts';

interface PersonAttributesProps {
  contact: Contact;
}

function valueText(value: string | number | boolean): string {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return new Intl.NumberFormat(regional.value.numbers).format(value);
  return value;
}

/** What else is known of a person, and where each thing came from. */
export function PersonAttributes({ contact }: PersonAttributesProps) {
  const known = Object.entries(contact.attributes);
  return (
    <section>
      <div class="panel-head">
        <h3 class="title">{t('person.attributes')}</h3>
      </div>
      {known.length === 0 && <p class="faint">{t('person.no-attributes')}</p>}
      <dl>
        {known.map(([name, value]) => {
          const from = contact.provenance[name];
          return (
            <div key={name} class="attribute">
              <dt>
                <bdi>{name}</bdi>
              </dt>
              <dd>
                <bdi class="strong">{valueText(value)}</bdi>
                {from && (
                  <span class="faint small attribute-source">
                    {t('source.seen', { source: sourceName(from.source), when: formatDate(from.at) })}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
