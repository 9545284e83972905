import { useEffect } from 'preact/hooks';
import { t } from '../../messages/translate.ts';
import { hrefWith, navigate, query } from '../../models/location.ts';
import { loadSegments, segmentList } from '../../models/segments.ts';

/** Narrows a screen to the people of one segment; the address says which. Nothing while there are none. */
export function SegmentSelect() {
  const all = segmentList.data.value;
  useEffect(() => {
    void loadSegments();
  }, []);
  const chosen = query.value.get('segment') ?? '';
  if (!all || (all.length === 0 && chosen === '')) return null;
  return (
    <select
      class="input narrow-select"
      aria-label={t('narrow.segment')}
      value={chosen}
      onChange={(event) => navigate(hrefWith({ segment: event.currentTarget.value || null, open: null }))}
    >
      <option value="">{t('narrow.everybody')}</option>
      {all.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
