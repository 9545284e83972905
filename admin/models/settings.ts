import type { Settings } from '../../contract/workspace.ts';
import * as api from '../api.ts';
import { t } from '../messages/translate.ts';
import { attempt } from './attempt.ts';
import type { Faults } from './faults.ts';
import { workspaceSettings } from './regional.ts';
import { createResource } from './resource.ts';
import { session } from './session.ts';
import { say } from './toast.ts';

/** The workspace's settings, as they are on the server. */
export const settings = createResource<Settings>();

/** Reads them. */
export function loadSettings(): Promise<void> {
  return settings.load((abort) => api.getSettings(abort));
}

/** Saves changes; every date and number on screen follows. Resolves to whether it was done. */
export function saveSettings(changes: Partial<Settings>, faults: Faults): Promise<boolean> {
  return attempt(async () => {
    const saved = await api.editSettings(changes);
    settings.data.value = saved;
    workspaceSettings.value = saved;
    const current = session.value;
    if (current) session.value = { ...current, settings: saved, workspace: { ...current.workspace, name: saved.name } };
    say(t('settings.saved'));
  }, faults);
}
