import { useSignal } from '@preact/signals';
import type { Connection, SyncCounts } from '../../../contract/connection.ts';
import { Ago } from '../../components/Ago.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { formatDateTime } from '../../format/date.ts';
import { formatNumber } from '../../format/number.ts';
import { systemName } from '../../format/system.ts';
import { type PlainKey, t } from '../../messages/translate.ts';
import { now } from '../../models/clock.ts';
import {
  faultKey,
  faultOf,
  pauseConnection,
  reads,
  removeConnection,
  resumeConnection,
  runConnection,
  testConnection,
} from '../../models/connections.ts';
import { MappingForm } from './MappingForm.tsx';
import { OptionsForm } from './OptionsForm.tsx';
import { StatusWord } from './StatusWord.tsx';
import { SyncLog } from './SyncLog.tsx';

interface PaneProps {
  connection: Connection;
}

const COUNTED = {
  read: 'connection.read',
  created: 'connection.created',
  updated: 'connection.updated',
  merged: 'connection.merged',
  unchanged: 'connection.same',
  refused: 'connection.refused',
  removed: 'connection.gone',
  companies: 'connection.companies',
} as const satisfies Record<keyof SyncCounts, PlainKey>;

function Counts({ title, counts }: { title: string; counts: SyncCounts }) {
  return (
    <div class="counts">
      <h3 class="small faint">{title}</h3>
      <dl>
        {(Object.keys(COUNTED) as (keyof SyncCounts)[])
          .filter((name) => counts[name] > 0 || name === 'created' || name === 'updated')
          .map((name) => (
            <div key={name}>
              <dt class="faint small">{t(COUNTED[name])}</dt>
              <dd>{formatNumber(counts[name])}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}

function Fault({ connection }: PaneProps) {
  const { status, nextRunAt } = connection;
  const fault = faultOf(connection);
  if (!fault) return null;
  return (
    <div class="banner connection-fault" role="status">
      <Icon name="triangle-alert" />
      <p>
        {t(faultKey(fault.code))}{' '}
        <span class="faint">
          {fault.detail && `${t('connection.said', { detail: fault.detail })} `}
          {status === 'paused'
            ? t('connection.stays-paused')
            : nextRunAt && t('connection.next-try', { when: formatDateTime(nextRunAt) })}
        </span>
      </p>
    </div>
  );
}

function Actions({ connection }: PaneProps) {
  const removing = useSignal(false);
  const { id, status } = connection;
  const isPaused = status === 'paused';
  return (
    <div class="connection-actions">
      {isPaused ? (
        <button type="button" class="button" data-kind="primary" onClick={() => void resumeConnection(id)}>
          <Icon name="play" />
          {t('connection.resume')}
        </button>
      ) : (
        <>
          <button type="button" class="button" onClick={() => void runConnection(id, false)}>
            <Icon name="rotate-cw" />
            {t('connection.run')}
          </button>
          <button type="button" class="button" onClick={() => void pauseConnection(id)}>
            <Icon name="pause" />
            {t('connection.pause')}
          </button>
        </>
      )}
      <button type="button" class="button" onClick={() => void testConnection(id)}>
        <Icon name="check" />
        {t('connection.test')}
      </button>
      {!isPaused && (
        <button type="button" class="button" data-kind="quiet" onClick={() => void runConnection(id, true)}>
          {t('connection.run-full')}
        </button>
      )}
      <button
        type="button"
        class="button push"
        data-kind="quiet"
        onClick={() => {
          removing.value = true;
        }}
      >
        <Icon name="trash-2" />
        {t('connection.remove')}
      </button>
      {removing.value && (
        <ConfirmDialog
          title={t('connection.remove-title')}
          action={t('connection.remove')}
          onConfirm={() => removeConnection(id)}
          onClose={() => {
            removing.value = false;
          }}
        >
          {t('connection.remove-text')}
        </ConfirmDialog>
      )}
    </div>
  );
}

function Times({ connection }: PaneProps) {
  const { lastRunAt, nextRunAt, caughtUp, status, tested } = connection;
  const isSoon = nextRunAt === null || Date.parse(nextRunAt) <= now.value;
  return (
    <dl class="connection-facts">
      <dt class="faint">{t('connection.last-test')}</dt>
      <dd>
        {tested ? (
          <>
            {t(tested.fault ? 'connection.test-failed' : 'connection.test-passed')} · <Ago at={tested.at} />
          </>
        ) : (
          t('connection.never')
        )}
      </dd>
      <dt class="faint">{t('connection.last-run')}</dt>
      <dd>{lastRunAt ? <Ago at={lastRunAt} /> : t('connection.never')}</dd>
      {status !== 'paused' && (
        <>
          <dt class="faint">{t('connection.next-run')}</dt>
          <dd>
            {!caughtUp && reads(connection) ? (
              t('connection.goes-on')
            ) : isSoon ? (
              t('connection.soon')
            ) : (
              <time dateTime={nextRunAt}>{formatDateTime(nextRunAt)}</time>
            )}
          </dd>
        </>
      )}
    </dl>
  );
}

function WayBack({ connection }: PaneProps) {
  const { sent, waiting, unknown, failed } = connection.wayBack;
  const counted: [PlainKey, number][] = [
    ['connection.sent', sent],
    ['connection.waiting', waiting],
    ['connection.unknown', unknown],
    ['connection.failed', failed],
  ];
  return (
    <section class="connection-section">
      <h2 class="title">{t('connection.way-back')}</h2>
      <p class="soft">{t(`connection.way-back-${connection.system}`)}</p>
      <div class="counts">
        <dl>
          {counted.map(([key, n]) => (
            <div key={key}>
              <dt class="faint small">{t(key)}</dt>
              <dd>{formatNumber(n)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}

/** One connection: how it is, what it did, what it is set to. */
export function ConnectionPane({ connection }: PaneProps) {
  const { id, counts, totals, lastRunAt, lastSuccessAt, updatedAt, wayBack } = connection;
  return (
    <article class="connection-pane">
      <div class="connection-head">
        <h2 class="title">
          <bdi>{connection.name}</bdi>
        </h2>
        <span class="faint">{systemName(connection.system)}</span>
        <StatusWord connection={connection} />
      </div>
      <Fault connection={connection} />
      <Actions connection={connection} />
      <div class="connection-columns">
        <div>
          <section class="connection-section">
            <Times connection={connection} />
            <Counts title={t('connection.last-counts')} counts={counts} />
            <Counts title={t('connection.all-counts')} counts={totals} />
          </section>
          {connection.writeBack && <WayBack connection={connection} />}
          <SyncLog id={id} stamp={`${lastRunAt} ${lastSuccessAt} ${updatedAt} ${wayBack.sent}`} />
        </div>
        <div>
          <MappingForm connection={connection} />
          <OptionsForm connection={connection} />
        </div>
      </div>
    </article>
  );
}
