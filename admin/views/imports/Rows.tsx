import type { ImportRow } from '../../../contract/imports.ts';
import { Bones } from '../../components/Bones.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { fieldName } from '../../format/field.ts';
import { listGlue } from '../../format/listGlue.ts';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { importRows, loadMoreRows } from '../../models/imports.ts';

function Row({ row }: { row: ImportRow }) {
  const said = [
    ...(row.why ? [t(`import.why-${row.why}`)] : []),
    ...row.notes.map(({ field, why }) => t(`import.note-${why}`, { field: fieldName(field) })),
  ];
  return (
    <div class="verdict-row" data-verdict={row.verdict}>
      <span class="faint numeric verdict-line">
        <span class="visually-hidden">{t('import.line', { line: row.line })}</span>
        <span aria-hidden="true">{formatNumber(row.line)}</span>
      </span>
      <span class="verdict-who">
        <bdi class="clip">{row.name || t('import.nameless')}</bdi>
        <bdi class="faint small clip">{row.email}</bdi>
      </span>
      <span class="verdict-word">
        <i aria-hidden="true" data-verdict={row.verdict} />
        {t(`import.row-${row.verdict}`)}
      </span>
      <span class="verdict-what">
        {row.contact && row.verdict !== 'create' && (
          <a class="underlined" href={`/people/${encodeURIComponent(row.contact.id)}`}>
            <bdi>{row.contact.name || t('import.nameless')}</bdi>
          </a>
        )}
        {row.ofLine !== null && <span>{t('import.of-line', { line: row.ofLine })}</span>}
        {said.map((text) => (
          <span key={text} class={row.verdict === 'refuse' ? 'alert' : 'soft'}>
            {text}
          </span>
        ))}
        {row.changed.length > 0 && (
          <span class="faint small">
            <bdi>{row.changed.map(fieldName).join(listGlue())}</bdi>
          </span>
        )}
      </span>
    </div>
  );
}

/** The rows with what becomes of each. */
export function Rows() {
  const rows = importRows.data.value;
  if (!rows) return <Bones />;
  if (rows.length === 0) return <p class="soft import-none">{t('import.no-rows')}</p>;
  return (
    <VirtualList
      label={t('import.rows-label')}
      items={rows}
      keyOf={({ line }) => String(line)}
      rowHeight={48}
      render={(row) => <Row row={row} />}
      onEnd={loadMoreRows}
    />
  );
}
