import { computed, signal } from '@preact/signals';
import type { Site, SiteCreate, SiteEdit } from '../../contract/workspace.ts';
import * as api from '../api.ts';
import { t } from '../messages/translate.ts';
import { attempt } from './attempt.ts';
import type { Faults } from './faults.ts';
import { hrefWith, navigate, query } from './location.ts';
import { createResource } from './resource.ts';
import { say } from './toast.ts';

/** The workspace's sites. */
export const sites = createResource<Site[]>();

/** The site the address names, else the first. */
export const site = computed(() => {
  const all = sites.data.value ?? [];
  const key = query.value.get('site');
  return all.find((one) => one.key === key) ?? all[0] ?? null;
});

/** A secret that was just made; it is shown once and then forgotten. */
export const freshSecret = signal<api.SiteSecret | null>(null);

/** A write key that was just made; likewise. */
export const freshWriteKey = signal<string | null>(null);

/** A site's tag with its integrity, and whose it is; made when somebody asks for it. */
export const checkedTag = signal<{ site: string; tag: string } | null>(null);

/** Makes the tag whose integrity browsers check. */
export function loadCheckedTag(key: string): Promise<boolean> {
  return attempt(async () => {
    checkedTag.value = { site: key, tag: await api.siteTagChecked(key) };
  });
}

/** Reads the sites. */
export function loadSites(): Promise<void> {
  return sites.load(async (abort) => (await api.listSites(abort)).items);
}

/** Adds a site and shows it, with its secret for who may see it. Resolves to whether it was done. */
export function addSite(input: SiteCreate, faults: Faults): Promise<boolean> {
  return attempt(async () => {
    const { secret, writeKey, ...added } = await api.createSite(input);
    sites.data.value = [...(sites.data.value ?? []), added];
    navigate(hrefWith({ site: added.key }));
    freshSecret.value = secret ?? null;
    freshWriteKey.value = writeKey ?? null;
  }, faults);
}

/** Saves changes to a site. Resolves to whether it was done. */
export function saveSite(key: string, changes: SiteEdit, faults: Faults): Promise<boolean> {
  return attempt(async () => {
    const saved = await api.editSite(key, changes);
    sites.data.value = (sites.data.value ?? []).map((one) => (one.key === key ? saved : one));
    say(t('sites.saved'));
  }, faults);
}

/** Makes a new signing secret, and shows it once. */
export function rotateSecret(key: string): Promise<boolean> {
  return attempt(async () => {
    freshSecret.value = await api.rotateSecret(key);
    await loadSites();
  });
}

/** Makes a new write key, and shows it once. */
export function rotateWriteKey(key: string): Promise<boolean> {
  return attempt(async () => {
    freshWriteKey.value = (await api.rotateWriteKey(key)).writeKey;
  });
}
