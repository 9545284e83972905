import type { LocalizedText } from '../../../contract/locale.ts';
import type { SurveyDefinition } from '../../../contract/survey.ts';
import { t } from '../../messages/translate.ts';
import { isAdmin } from '../../models/session.ts';
import { setField } from '../../models/set-field.ts';
import { edit, editedLocale } from '../../models/survey-editor.ts';
import { InsertMenu } from './InsertMenu.tsx';
import { WordsField } from './WordsField.tsx';

interface ThanksProps {
  survey: SurveyDefinition;
}

const PARTS = ['title', 'detail'] as const;

/** What is said at the end, instead of the frame's own thanks. */
export function Thanks({ survey }: ThanksProps) {
  const { thanks } = survey;
  const write = (part: (typeof PARTS)[number], words: LocalizedText | undefined) =>
    edit((now) => {
      const next = setField(now.thanks ?? {}, part, words);
      return setField(now, 'thanks', Object.keys(next).length > 0 ? next : undefined);
    }, `thanks.${part}.${editedLocale.value}`);
  return (
    <details class="builder-row more thanks" open={thanks ? true : undefined}>
      <summary class="strong">{t('builder.thanks')}</summary>
      <fieldset class="form" disabled={!isAdmin.value}>
        {PARTS.map((part) => (
          <WordsField
            key={part}
            label={t(`builder.thanks-${part}`)}
            placeholder={t(`builder.thanks-${part}-default`)}
            optional
            words={thanks?.[part]}
            name={`thanks.${part}`}
            onWords={(words) => write(part, words)}
            insert={(put) => isAdmin.value && <InsertMenu onInsert={put} />}
          />
        ))}
      </fieldset>
    </details>
  );
}
