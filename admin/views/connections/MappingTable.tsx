import { MAPPING_TARGETS, type RecordKind } from '../../../contract/connected.ts';
import type { FieldMapping, RemoteField } from '../../../contract/connection.ts';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { choiceOf, TRAIT_NAMES, targetKey, withChoice } from './mapped.ts';

interface MappingTableProps {
  kind: RecordKind;
  mapping: readonly FieldMapping[];
  /** Theirs, for choosing; null when they cannot be listed, so that names are typed. */
  fields: readonly RemoteField[] | null;
  onChange: (mapping: FieldMapping[]) => void;
}

const TARGETS = {
  contacts: MAPPING_TARGETS,
  companies: ['name', 'attribute'],
} as const satisfies Record<RecordKind, readonly FieldMapping['to'][]>;

interface RowProps extends Omit<MappingTableProps, 'mapping' | 'onChange'> {
  mapping: FieldMapping;
  onChange: (mapping: FieldMapping | null) => void;
}

function Theirs({ mapping, fields, onChange }: RowProps) {
  const { field } = mapping;
  if (!fields) {
    return (
      <input
        class="input"
        dir="ltr"
        value={field}
        maxLength={120}
        aria-label={t('connection.their-field')}
        onChange={(event) => onChange({ ...mapping, field: event.currentTarget.value.trim() })}
      />
    );
  }
  const isKnown = fields.some(({ name }) => name === field);
  return (
    <select
      class="input"
      value={field}
      aria-label={t('connection.their-field')}
      onChange={(event) => onChange({ ...mapping, field: event.currentTarget.value })}
    >
      {!isKnown && <option value={field}>{field}</option>}
      {fields.map(({ name, label }) => (
        <option key={name} value={name}>
          {label === name ? name : `${label} · ${name}`}
        </option>
      ))}
    </select>
  );
}

function Row({ kind, mapping, fields, onChange }: RowProps) {
  const choice = choiceOf(kind, mapping);
  return (
    <li class="mapping-row">
      <Theirs kind={kind} mapping={mapping} fields={fields} onChange={onChange} />
      <span class="mapping-arrow faint" aria-hidden="true">
        <Icon name="arrow-right" />
      </span>
      <div class="mapping-ours">
        <select
          class="input"
          value={choice}
          aria-label={t('connection.our-field')}
          onChange={(event) => onChange(withChoice(mapping, event.currentTarget.value))}
        >
          {TARGETS[kind]
            .filter((to) => to !== 'attribute')
            .map((to) => (
              <option key={to} value={to}>
                {t(targetKey(kind, to))}
              </option>
            ))}
          {kind === 'contacts' &&
            TRAIT_NAMES.map((trait) => (
              <option key={trait} value={`trait:${trait}`}>
                {t(`connection.trait-${trait}`)}
              </option>
            ))}
          <option value="attribute">{t('connection.to-attribute')}</option>
        </select>
        {choice === 'attribute' && (
          <input
            class="input"
            dir="auto"
            value={mapping.attribute}
            maxLength={60}
            required
            aria-label={t('connection.attribute')}
            onChange={(event) => onChange({ ...mapping, attribute: event.currentTarget.value.trim() })}
          />
        )}
      </div>
      <button
        type="button"
        class="button"
        data-kind="quiet"
        data-shape="square"
        data-size="small"
        aria-label={t('connection.remove-field', { field: mapping.field })}
        onClick={() => onChange(null)}
      >
        <Icon name="x" />
      </button>
    </li>
  );
}

/** Which of their fields becomes what, one a line. */
export function MappingTable({ kind, mapping, fields, onChange }: MappingTableProps) {
  return (
    <section class="mapping">
      <h3 class="small strong">{t(`connection.mapping-${kind}`)}</h3>
      <ul>
        {mapping.map((row, at) => (
          <Row
            // Lines have no other name: several may take the same field.
            key={at}
            kind={kind}
            mapping={row}
            fields={fields}
            onChange={(changed) => onChange(mapping.flatMap((one, i) => (i === at ? (changed ?? []) : one)))}
          />
        ))}
      </ul>
      <div>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          data-size="small"
          disabled={mapping.length >= 60}
          onClick={() => {
            const taken = new Set(mapping.map(({ field }) => field));
            const field = fields?.find(({ name }) => !taken.has(name))?.name ?? '';
            onChange([...mapping, { field, to: 'attribute', attribute: field }]);
          }}
        >
          <Icon name="plus" />
          {t('connection.add-field')}
        </button>
      </div>
    </section>
  );
}
