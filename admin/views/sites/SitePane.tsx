import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Site } from '../../../contract/workspace.ts';
import { siteTag } from '../../api.ts';
import { Ago } from '../../components/Ago.tsx';
import { CopyBox } from '../../components/CopyBox.tsx';
import { Form } from '../../components/Form.tsx';
import { Icon } from '../../components/Icon.tsx';
import { formatDate, formatDateTime } from '../../format/date.ts';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { isAdmin, may } from '../../models/session.ts';
import { checkedTag, loadCheckedTag, saveSite } from '../../models/sites.ts';
import { CheckPage } from './CheckPage.tsx';
import { LiveSurveys } from './LiveSurveys.tsx';
import { RotateDialog } from './RotateDialog.tsx';
import { ServerCalls } from './ServerCalls.tsx';
import { SiteCode } from './SiteCode.tsx';
import { readSite, SITE_FIELDS, SiteFields } from './SiteFields.tsx';

interface SitePaneProps {
  site: Site;
}

function Tag({ site }: SitePaneProps) {
  return (
    <section class="site-section">
      <h2 class="title">{t('sites.tag')}</h2>
      <p class="soft">{t('sites.tag-hint')}</p>
      <CopyBox text={siteTag(site.key)} />
      <details class="more" onToggle={(event) => event.currentTarget.open && loadCheckedTag(site.key)}>
        <summary>{t('sites.tag-checked')}</summary>
        <p class="soft small">{t('sites.tag-checked-hint')}</p>
        {checkedTag.value?.site === site.key && <CopyBox text={checkedTag.value.tag} />}
      </details>
    </section>
  );
}

function Signing({ site }: SitePaneProps) {
  const rotating = useSignal(false);
  return (
    <section class="site-section">
      <div class="panel-head">
        <h2 class="title">{t('sites.secret')}</h2>
        {may('owner') && (
          <button
            type="button"
            class="button push"
            data-size="small"
            onClick={() => {
              rotating.value = true;
            }}
          >
            <Icon name="key-round" />
            {t('sites.rotate')}
          </button>
        )}
      </div>
      <p class="soft">
        {t('sites.kid', { kid: site.kid })}
        {site.previousUntil && (
          <span class="faint"> · {t('sites.previous', { when: formatDateTime(site.previousUntil) })}</span>
        )}
      </p>
      {rotating.value && (
        <RotateDialog
          siteKey={site.key}
          onClose={() => {
            rotating.value = false;
          }}
        />
      )}
    </section>
  );
}

function Seen({ site }: SitePaneProps) {
  return (
    <section class="site-section">
      <h2 class="title">{t('sites.seen')}</h2>
      {site.lastSeen.length === 0 && <p class="faint">{t('sites.seen-never')}</p>}
      <ul>
        {site.lastSeen.map(({ origin, at }) => (
          <li key={origin} class="seen">
            <bdi class="clip" dir="ltr">
              {origin}
            </bdi>
            <Ago at={at} class="faint small push" />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fields({ site }: SitePaneProps) {
  const faults = useMemo(() => createFaults(SITE_FIELDS), []);
  return (
    <Form
      class="form site-section"
      faults={faults}
      onSubmit={async (form) => {
        await saveSite(site.key, readSite(form), faults);
      }}
      actions={(busy) =>
        isAdmin.value && (
          <div>
            <button type="submit" class="button" data-kind="primary" disabled={busy}>
              {t('save')}
            </button>
          </div>
        )
      }
    >
      <SiteFields site={site} disabled={!isAdmin.value} wrong={faults.fields.value} />
    </Form>
  );
}

/** One site: its tag, its secret, where it was seen, what it allows. */
export function SitePane({ site }: SitePaneProps) {
  return (
    <article class="site-pane">
      <div>
        <Tag site={site} />
        {isAdmin.value && <CheckPage site={site} />}
        <SiteCode site={site} />
        <LiveSurveys />
        <ServerCalls site={site} />
        <Signing site={site} />
        <Seen site={site} />
        <dl class="site-section site-facts">
          <dt>{t('sites.key')}</dt>
          <dd>
            <bdi dir="ltr">{site.key}</bdi>
          </dd>
          <dt>{t('sites.created')}</dt>
          <dd>{formatDate(site.createdAt)}</dd>
        </dl>
      </div>
      <Fields site={site} />
    </article>
  );
}
