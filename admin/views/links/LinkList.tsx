import type { Invitation } from '../../../contract/invitation.ts';
import { Icon } from '../../components/Icon.tsx';
import { formatDate } from '../../format/date.ts';
import { t } from '../../messages/translate.ts';
import { now } from '../../models/clock.ts';
import { links, revokeLink } from '../../models/links.ts';
import { touchpointName } from '../../models/reference.ts';
import { isAdmin } from '../../models/session.ts';

function stateOf({ revokedAt, expiresAt }: Invitation): string {
  if (revokedAt) return t('links.state-revoked', { date: formatDate(revokedAt) });
  const isOver = Date.parse(expiresAt) < now.value;
  return t(isOver ? 'links.state-over' : 'links.state-until', { date: formatDate(expiresAt) });
}

function Row({ link }: { link: Invitation }) {
  const { id, kind, contact, touchpoint, test, answered, revokedAt, expiresAt } = link;
  const isLive = !revokedAt && Date.parse(expiresAt) >= now.value;
  return (
    <li class="link-row" data-off={isLive ? undefined : ''}>
      <Icon name={kind === 'place' ? 'qr-code' : 'user-round'} />
      <span class="clip">
        <bdi>{contact?.name ?? (touchpoint ? touchpointName(touchpoint) : t('links.anywhere'))}</bdi>
        {test && <span class="test-mark">{t('test')}</span>}
        <br />
        <span class="faint small">
          {t('answers', { n: answered })} · {stateOf(link)}
        </span>
      </span>
      {isLive && isAdmin.value && (
        <button type="button" class="button" data-size="small" onClick={() => revokeLink(id)}>
          {t('links.revoke')}
        </button>
      )}
    </li>
  );
}

/** The links there are; their addresses are known to nobody but who was given them. */
export function LinkList() {
  const all = links.data.value ?? [];
  if (all.length === 0) return <p class="faint small">{t('links.none')}</p>;
  return (
    <ul class="link-list">
      {all.map((link) => (
        <Row key={link.id} link={link} />
      ))}
    </ul>
  );
}
