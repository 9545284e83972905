import type { SurveyDefinition } from '../../../contract/survey.ts';
import { Field } from '../../components/Field.tsx';
import { formatDateTime } from '../../format/date.ts';
import { t } from '../../messages/translate.ts';
import { regional } from '../../models/regional.ts';
import { setField } from '../../models/set-field.ts';
import { edit } from '../../models/survey-editor.ts';
import { fromLocalTime, toLocalTime } from '../../models/zoned-time.ts';

interface ScheduleProps {
  survey: SurveyDefinition;
}

const ENDS = ['from', 'until'] as const;

/** From when until when it is asked, by the workspace's clock. */
export function Schedule({ survey: { schedule } }: ScheduleProps) {
  const { timeZone } = regional.value;
  const write = (end: (typeof ENDS)[number], local: string) =>
    edit((now) => {
      const next = setField(now.schedule ?? {}, end, fromLocalTime(local, timeZone) ?? undefined);
      return setField(now, 'schedule', Object.keys(next).length > 0 ? next : undefined);
    }, `schedule.${end}`);
  return (
    <>
      <div class="pair">
        {ENDS.map((end) => {
          const instant = schedule?.[end];
          return (
            <Field
              key={end}
              label={t(`builder.${end}`)}
              hint={instant ? formatDateTime(instant) : t(`builder.${end}-none`)}
            >
              {(tied) => (
                <input
                  class="input"
                  type="datetime-local"
                  dir="ltr"
                  value={instant ? toLocalTime(instant, timeZone) : ''}
                  onChange={(event) => write(end, event.currentTarget.value)}
                  {...tied}
                />
              )}
            </Field>
          );
        })}
      </div>
      <p class="faint small">{t('builder.schedule-zone', { zone: timeZone })}</p>
    </>
  );
}
