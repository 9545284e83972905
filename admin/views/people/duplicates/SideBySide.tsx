import type { Signal } from '@preact/signals';
import type { Contact } from '../../../../contract/contact.ts';
import { Address } from '../../../components/Address.tsx';
import { formatMonth } from '../../../format/date.ts';
import { fieldName } from '../../../format/field.ts';
import { formatNumber } from '../../../format/number.ts';
import { t } from '../../../messages/translate.ts';
import { type Chosen, defaultOf, fieldsOf } from '../../../models/identity.ts';
import { attributeText } from '../attributeText.ts';
import './duplicates.css';

interface SideBySideProps {
  people: readonly [Contact, Contact];
  survivor: Contact;
  /** Whose field is shown; without it nothing can be chosen. */
  chosen?: Signal<Chosen>;
  onSurvive?: (contact: Contact) => void;
}

function valuesOf({ identifiers }: Contact, kind: 'email' | 'phone'): string[] {
  return identifiers.flatMap((identifier) => (identifier.kind === kind ? identifier.value : []));
}

/** Two people beside one another, field by field; of what is different one is chosen to be shown. */
export function SideBySide({ people, survivor, chosen, onSurvive }: SideBySideProps) {
  const [left, right] = people;
  const absorbed = survivor.id === left.id ? right : left;
  const identifierRow = (kind: 'email' | 'phone') => (
    <tr>
      <th scope="row">{t(`field.${kind}`)}</th>
      {people.map((person) => (
        <td key={person.id}>
          {valuesOf(person, kind).map((value) => (
            <span key={value} class="pair-value">
              {kind === 'email' ? <Address value={value} /> : <bdi dir="ltr">{value}</bdi>}
            </span>
          ))}
        </td>
      ))}
    </tr>
  );
  return (
    <table class="pair-table">
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{t('merge.field')}</span>
          </th>
          {people.map((person) => (
            <th key={person.id} scope="col">
              {onSurvive ? (
                <label class="radio-row">
                  <input
                    type="radio"
                    class="radio"
                    name="survivor"
                    checked={person.id === survivor.id}
                    onChange={() => onSurvive(person)}
                  />
                  <span>
                    <bdi class="strong">{person.name || '—'}</bdi>
                    {person.id === survivor.id && <span class="faint small"> · {t('merge.stays')}</span>}
                  </span>
                </label>
              ) : (
                <a href={`/people/${person.id}`}>
                  <bdi>{person.name || '—'}</bdi>
                </a>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fieldsOf(left, right).map(({ field, values }) => {
          const isDifferent = values[0] !== values[1];
          const isChoice = isDifferent && values.every((value) => (value ?? '') !== '');
          const taken = chosen?.value[field] ?? defaultOf(field, survivor, absorbed);
          return (
            <tr key={field} data-same={isDifferent ? undefined : ''}>
              <th scope="row">
                <bdi>{fieldName(field)}</bdi>
              </th>
              {people.map((person, index) => {
                const value = values[index];
                const text =
                  value === undefined || value === null ? '' : attributeText(field.replace('attributes.', ''), value);
                const shown = text ? <bdi>{text}</bdi> : <span class="faint">{t('merge.empty')}</span>;
                if (!chosen || !isChoice) return <td key={person.id}>{shown}</td>;
                return (
                  <td key={person.id}>
                    <label class="radio-row">
                      <input
                        type="radio"
                        class="radio"
                        name={field}
                        aria-label={`${t('merge.take', { field: fieldName(field), name: person.name })}: ${text}`}
                        checked={taken === person.id}
                        onChange={() => {
                          chosen.value = { ...chosen.value, [field]: person.id };
                        }}
                      />
                      {shown}
                    </label>
                  </td>
                );
              })}
            </tr>
          );
        })}
        {identifierRow('email')}
        {identifierRow('phone')}
        <tr>
          <th scope="row">{t('field.answers')}</th>
          {people.map(({ id, responses }) => (
            <td key={id}>{formatNumber(responses)}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('field.since')}</th>
          {people.map(({ id, createdAt }) => (
            <td key={id}>{formatMonth(createdAt)}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
