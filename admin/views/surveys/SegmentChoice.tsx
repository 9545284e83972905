import { useEffect } from 'preact/hooks';
import { t } from '../../messages/translate.ts';
import { loadSegments, segmentList } from '../../models/segments.ts';

interface SegmentChoiceProps {
  chosen: readonly string[];
  onChoose: (segments: string[]) => void;
}

/** The segments a survey is for. One that was deleted stays to be seen, and to be taken off. */
export function SegmentChoice({ chosen, onChoose }: SegmentChoiceProps) {
  useEffect(() => {
    void loadSegments();
  }, []);
  const all = segmentList.data.value;
  if (!all || (all.length === 0 && chosen.length === 0)) return null;
  const gone = chosen.filter((id) => !all.some((segment) => segment.id === id));
  const choices = [...all, ...gone.map((id) => ({ id, name: t('builder.segment-gone') }))];
  return (
    <fieldset class="field">
      <legend class="field-name">{t('builder.segments')}</legend>
      <div class="row boxes" data-wrap>
        {choices.map(({ id, name }) => (
          <label key={id} class="row">
            <input
              type="checkbox"
              class="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                onChoose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            <bdi>{name}</bdi>
          </label>
        ))}
      </div>
      <span class="field-hint">{t('builder.segments-hint')}</span>
    </fieldset>
  );
}
