import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Site } from '../../../contract/workspace.ts';
import { Ago } from '../../components/Ago.tsx';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { t } from '../../messages/translate.ts';
import { hrefWith } from '../../models/location.ts';
import { isAdmin } from '../../models/session.ts';
import { freshSecret, loadSites, site, sites } from '../../models/sites.ts';
import { AddSite } from './AddSite.tsx';
import { SecretDialog } from './SecretDialog.tsx';
import { SitePane } from './SitePane.tsx';
import './sites.css';

function SiteLink({ one }: { one: Site }) {
  const seen = one.lastSeen
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return (
    <a
      class="site-link"
      href={hrefWith({ site: one.key })}
      aria-current={site.value?.key === one.key ? 'true' : undefined}
    >
      <bdi class="strong clip">{one.name}</bdi>
      <bdi class="faint small clip" dir="ltr">
        {one.origins[0]?.replace(/^https?:\/\//, '')}
      </bdi>
      <span class="faint small">{seen ? <Ago at={seen} /> : t('sites.unseen')}</span>
    </a>
  );
}

function Known({ all }: { all: Site[] }) {
  const shown = site.value;
  if (!shown) {
    return (
      <Empty title={t('sites.none')} text={t('sites.none-hint')} art>
        {null}
      </Empty>
    );
  }
  return (
    <div class="sites">
      <nav class="site-list" aria-label={t('nav.sites')}>
        {all.map((one) => (
          <SiteLink key={one.key} one={one} />
        ))}
      </nav>
      <SitePane key={shown.key} site={shown} />
    </div>
  );
}

/** The places that carry the tag. */
export function Sites() {
  const adding = useSignal(false);
  useEffect(() => {
    void loadSites();
  }, []);
  const all = sites.data.value;
  const error = sites.error.value;
  return (
    <>
      <PageHeader title={t('nav.sites')}>
        {isAdmin.value && (
          <button
            type="button"
            class="button"
            data-kind="primary"
            onClick={() => {
              adding.value = true;
            }}
          >
            <Icon name="plus" />
            {t('sites.add')}
          </button>
        )}
      </PageHeader>
      {error && !all && <Broken error={error} onRetry={loadSites} />}
      {!all && !error && <Bones />}
      {all && <Known all={all} />}
      {adding.value && (
        <AddSite
          onClose={() => {
            adding.value = false;
          }}
        />
      )}
      {freshSecret.value && <SecretDialog secret={freshSecret.value} />}
    </>
  );
}
