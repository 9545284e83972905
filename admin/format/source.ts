import { t } from '../messages/translate.ts';
import { systemName } from './system.ts';

/** Where something known of a person came from, in words: `import:hubspot` is "imported from HubSpot". */
export function sourceName(source: string): string {
  const [kind, system] = source.split(':', 2);
  if (kind === 'import') return t('source.import', { system: system === undefined ? 'CSV' : systemName(system) });
  if (kind === 'segment') return t('source.server');
  if (
    kind === 'token' ||
    kind === 'admin' ||
    kind === 'api' ||
    kind === 'visitor' ||
    kind === 'link' ||
    kind === 'server'
  ) {
    return t(`source.${kind}`);
  }
  return source;
}
