import type { Survey } from '../../../contract/survey.ts';
import { t } from '../../messages/translate.ts';
import './status.css';

interface StatusMarkProps {
  status: Survey['status'];
}

/** Whether a survey is on pages: solid while it is, hollow while it rests, dashed before it ever was. */
export function StatusMark({ status }: StatusMarkProps) {
  return (
    <span class="survey-status" data-status={status}>
      {t(`survey.status-${status}`)}
    </span>
  );
}
