import { signal } from '@preact/signals';
import type { ApiKey, ApiKeyCreate } from '../../contract/apiKey.ts';
import * as api from '../api.ts';
import { t } from '../messages/translate.ts';
import { attempt } from './attempt.ts';
import type { Faults } from './faults.ts';
import { createResource } from './resource.ts';
import { say } from './toast.ts';

/** The keys that programs call with. */
export const apiKeys = createResource<ApiKey[]>();

/** A key that was just made; it is shown once and then forgotten. */
export const freshApiKey = signal<string | null>(null);

/** Reads the keys. */
export function loadApiKeys(): Promise<void> {
  return apiKeys.load(async (abort) => (await api.listApiKeys(abort)).items);
}

/** Makes a key and shows it once. Resolves to whether it was done. */
export function addApiKey(input: ApiKeyCreate, faults: Faults): Promise<boolean> {
  return attempt(async () => {
    const { key, ...made } = await api.createApiKey(input);
    apiKeys.data.value = [made, ...(apiKeys.data.value ?? [])];
    freshApiKey.value = key;
  }, faults);
}

/** Ends a key at once. Resolves to whether it was done. */
export function revokeApiKey(id: string): Promise<boolean> {
  return attempt(async () => {
    await api.revokeApiKey(id);
    apiKeys.data.value = (apiKeys.data.value ?? []).filter((one) => one.id !== id);
    say(t('keys.revoked'));
  });
}
