import { useEffect } from 'preact/hooks';
import type { SyncLogEntry } from '../../../contract/connection.ts';
import { Ago } from '../../components/Ago.tsx';
import { t } from '../../messages/translate.ts';
import { connectionLog, faultKey, loadConnectionLog } from '../../models/connections.ts';

function sentence({ event, counts, fault, written, renewed, takenBack }: SyncLogEntry): string {
  if (fault) return t(faultKey(fault.code));
  if (event === 'way-back') return t('connection.log-way-back', { written, renewed, back: takenBack });
  if (event === 'run' && counts) {
    const { read, created, updated, refused } = counts;
    const isIdle = created + updated + refused + counts.merged + counts.removed + counts.companies === 0;
    return isIdle ? t('connection.log-idle') : t('connection.log-run', { read, created, updated, refused });
  }
  if (event === 'paused') return t('connection.log-paused');
  if (event === 'resumed') return t('connection.log-resumed');
  return t('connection.log-changed');
}

interface SyncLogProps {
  id: string;
  /** What changes whenever there may be more. */
  stamp: string;
}

/** What a connection did, newest first. */
export function SyncLog({ id, stamp }: SyncLogProps) {
  useEffect(() => {
    void loadConnectionLog(id);
  }, [id, stamp]);
  const entries = connectionLog.data.value ?? [];
  return (
    <section class="connection-section">
      <h2 class="title">{t('connection.log')}</h2>
      {entries.length === 0 && <p class="faint">{t('connection.log-none')}</p>}
      <ul class="sync-log">
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.event}`} data-event={entry.fault ? 'fault' : undefined}>
            <span>
              {sentence(entry)}
              {entry.fault?.detail && (
                <span class="faint"> {t('connection.said', { detail: entry.fault.detail })}</span>
              )}
            </span>
            <Ago at={entry.at} class="faint small" />
          </li>
        ))}
      </ul>
    </section>
  );
}
