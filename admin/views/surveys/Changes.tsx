import type { SurveyChange } from '../../../contract/surveyDraft.ts';
import { t } from '../../messages/translate.ts';
import { partName } from './partName.ts';

interface ChangesProps {
  changes: SurveyChange[];
}

/** What differs, a line each. */
export function Changes({ changes }: ChangesProps) {
  return (
    <ul class="changes">
      {changes.map((change) => (
        <li key={JSON.stringify(change)} data-kind={change.kind}>
          <bdi>{partName(change)}</bdi> <span class="faint">{t(`builder.change-${change.kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}
