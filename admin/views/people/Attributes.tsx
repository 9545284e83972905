import type { Contact } from '../../../contract/contact.ts';
import { formatDate } from '../../format/date.ts';
import { sourceName } from '../../format/source.ts';
import { t } from '../../messages/translate.ts';
import { attributeName } from '../segments/attributeName.ts';
import { attributeText } from './attributeText.ts';

/** What else is known of a person or a company, and where each thing came from. */
export function Attributes({ attributes, provenance }: Pick<Contact, 'attributes' | 'provenance'>) {
  const known = Object.entries(attributes);
  return (
    <section>
      <div class="panel-head">
        <h3 class="title">{t('person.attributes')}</h3>
      </div>
      {known.length === 0 && <p class="faint">{t('person.no-attributes')}</p>}
      <dl>
        {known.map(([name, value]) => {
          const from = provenance[name];
          return (
            <div key={name} class="attribute">
              <dt>
                <bdi>{attributeName(name)}</bdi>
              </dt>
              <dd>
                <bdi class="strong">{attributeText(name, value)}</bdi>
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
