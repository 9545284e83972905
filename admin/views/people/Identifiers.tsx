import { useSignal } from '@preact/signals';
import type { Identifier, IdentifierNew } from '../../../contract/contact.ts';
import { Address } from '../../components/Address.tsx';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { TrustMark } from '../../components/TrustMark.tsx';
import { formatDate } from '../../format/date.ts';
import { sourceName } from '../../format/source.ts';
import { systemName } from '../../format/system.ts';
import { t } from '../../messages/translate.ts';
import { may } from '../../models/session.ts';
import { AddIdentifier } from './AddIdentifier.tsx';
import { RemoveIdentifier } from './RemoveIdentifier.tsx';

const ICONS: Record<Identifier['kind'], IconName> = {
  email: 'mail',
  phone: 'phone',
  external: 'database',
  visitor: 'smartphone',
};

/** The identifier as one that may be taken away; a browser's is not told by hand. */
function removable({ kind, system, value }: Identifier): IdentifierNew | null {
  return kind === 'visitor' ? null : { kind, ...(system ? { system } : {}), value };
}

interface RowProps {
  identifier: Identifier;
  onRemove: (identifier: IdentifierNew) => void;
}

function Row({ identifier, onRemove }: RowProps) {
  const { kind, system, value, trust, source, lastSeen } = identifier;
  const own = removable(identifier);
  const seen = t('source.seen', { source: sourceName(source), when: formatDate(lastSeen) });
  return (
    <li class="identifier">
      <span class="identifier-kind" title={t(`kind.${kind}`)}>
        <Icon name={ICONS[kind]} />
        <span class="visually-hidden">{t(`kind.${kind}`)}</span>
      </span>
      <div>
        <p class="strong">{kind === 'email' ? <Address value={value} /> : <bdi dir="ltr">{value}</bdi>}</p>
        <p class="faint small">
          {/* An import from a system names it already. */}
          {system && !source.endsWith(`:${system}`)
            ? t('source.system', { system: systemName(system), source: seen })
            : seen}
        </p>
      </div>
      <TrustMark trust={trust} />
      {own && may('agent') && (
        <button
          type="button"
          class="button"
          data-kind="quiet"
          data-shape="square"
          data-size="small"
          aria-label={t('identifier.remove', { value })}
          title={t('identifier.remove', { value })}
          onClick={() => onRemove(own)}
        >
          <Icon name="x" />
        </button>
      )}
    </li>
  );
}

interface IdentifiersProps {
  identifiers: Identifier[];
}

/** Every identifier that points at a person, how far it is trusted, and who brought it; agents put them right. */
export function Identifiers({ identifiers }: IdentifiersProps) {
  const adding = useSignal(false);
  const removing = useSignal<IdentifierNew | null>(null);
  return (
    <section class="known-by">
      <div class="panel-head">
        <h3 class="title">{t('person.known-by')}</h3>
        {may('agent') && (
          <button
            type="button"
            class="button push"
            data-kind="quiet"
            data-shape="square"
            aria-label={t('identifier.add')}
            title={t('identifier.add')}
            onClick={() => {
              adding.value = true;
            }}
          >
            <Icon name="plus" />
          </button>
        )}
      </div>
      <ul>
        {identifiers.map((identifier) => (
          <Row
            key={`${identifier.kind} ${identifier.system} ${identifier.value}`}
            identifier={identifier}
            onRemove={(one) => {
              removing.value = one;
            }}
          />
        ))}
      </ul>
      {adding.value && (
        <AddIdentifier
          onClose={() => {
            adding.value = false;
          }}
        />
      )}
      {removing.value && (
        <RemoveIdentifier
          identifier={removing.value}
          onClose={() => {
            removing.value = null;
          }}
        />
      )}
    </section>
  );
}
