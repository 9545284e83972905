import type { Identifier } from '../../../contract/contact.ts';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { TrustMark } from '../../components/TrustMark.tsx';
import { formatDate } from '../../format/date.ts';
import { sourceName } from '../../format/source.ts';
import { systemName } from '../../format/system.ts';
import { t } from '../../messages/translate.ts';

const ICONS: Record<Identifier['kind'], IconName> = {
  email: 'mail',
  phone: 'phone',
  external: 'database',
  visitor: 'smartphone',
};

function Row({ identifier }: { identifier: Identifier }) {
  const { kind, system, value, trust, source, lastSeen } = identifier;
  const [name, host] = kind === 'email' ? value.split('@', 2) : [value];
  const seen = t('source.seen', { source: sourceName(source), when: formatDate(lastSeen) });
  return (
    <li class="identifier">
      <span class="identifier-kind" title={t(`kind.${kind}`)}>
        <Icon name={ICONS[kind]} />
        <span class="visually-hidden">{t(`kind.${kind}`)}</span>
      </span>
      <div>
        <p class="strong">
          <bdi dir="ltr">
            {/* Too long a one is best broken before its host. */}
            {name}
            {host && (
              <>
                <wbr />@{host}
              </>
            )}
          </bdi>
        </p>
        <p class="faint small">
          {/* An import from a system names it already. */}
          {system && !source.endsWith(`:${system}`)
            ? t('source.system', { system: systemName(system), source: seen })
            : seen}
        </p>
      </div>
      <TrustMark trust={trust} />
    </li>
  );
}

interface IdentifiersProps {
  identifiers: Identifier[];
}

/** Every identifier that points at a person, how far it is trusted, and who brought it. */
export function Identifiers({ identifiers }: IdentifiersProps) {
  return (
    <section class="known-by">
      <div class="panel-head">
        <h3 class="title">{t('person.known-by')}</h3>
      </div>
      <ul>
        {identifiers.map((identifier) => (
          <Row key={`${identifier.kind} ${identifier.system} ${identifier.value}`} identifier={identifier} />
        ))}
      </ul>
    </section>
  );
}
