import type { ImportRow } from '../../../contract/imports.ts';
import { Bones } from '../../components/Bones.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { fieldName } from '../../format/field.ts';
import { listGlue } from '../../format/listGlue.ts';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { importRows, loadMoreRows } from '../../models/imports.ts';
import { attributeText } from '../people/attributeText.ts';

/** What stays, and why; which row had it, unless that is said of the person already. */
function staysText({ field, why, value, ofLine }: ImportRow['stays'][number], person: number | null): string {
  const reason = t(`import.stays-${why}`);
  const of =
    ofLine === null || ofLine === person ? reason : `${reason}${listGlue()}${t('import.line', { line: ofLine })}`;
  if (value === null) return t('import.stays', { field: fieldName(field), why: of });
  return t('import.stays-as', { field: fieldName(field), value: attributeText(field, value), why: of });
}

function Row({ row }: { row: ImportRow }) {
  // "Nothing new" would not be true of a row that has something otherwise.
  const why = row.why === 'unchanged' && row.stays.length > 0 ? null : row.why;
  const said = [
    ...(why ? [t(`import.why-${why}`)] : []),
    ...row.stays.map((one) => staysText(one, row.ofLine)),
    ...row.notes.map(({ field, why }) => t(`import.note-${why}`, { field: fieldName(field) })),
  ];
  return (
    <div class="verdict-row" data-verdict={row.verdict}>
      <span class="faint numeric verdict-line">
        <span class="visually-hidden">{t('import.line', { line: row.line })}</span>
        <span aria-hidden="true">{formatNumber(row.line)}</span>
      </span>
      <span class="verdict-who">
        {row.contact && row.verdict !== 'refuse' ? (
          <a class="underlined clip" href={`/people/${encodeURIComponent(row.contact.id)}`}>
            <bdi>{row.name || t('import.nameless')}</bdi>
          </a>
        ) : (
          <bdi class="clip">{row.name || t('import.nameless')}</bdi>
        )}
        <bdi class="faint small clip">{row.email}</bdi>
      </span>
      <span class="verdict-word">
        <i aria-hidden="true" data-verdict={row.verdict} />
        {t(`import.row-${row.verdict}`)}
      </span>
      <span class="verdict-what">
        {row.contact && row.contact.name !== row.name && <bdi>{row.contact.name || t('import.nameless')}</bdi>}
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
