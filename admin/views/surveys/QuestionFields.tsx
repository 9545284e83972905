import { useId } from 'preact/hooks';
import { PURPOSE_DEFAULT } from '../../../contract/consented.ts';
import { CSAT_STYLES } from '../../../contract/questionType.ts';
import type { Question } from '../../../contract/survey.ts';
import { Field } from '../../components/Field.tsx';
import { Segments } from '../../components/Segments.tsx';
import { purposeName } from '../../format/purpose.ts';
import { t } from '../../messages/translate.ts';
import { session } from '../../models/session.ts';
import { setField } from '../../models/set-field.ts';
import { editedLocale } from '../../models/survey-editor.ts';
import { InsertMenu } from './InsertMenu.tsx';
import { OptionList } from './OptionList.tsx';
import { hasPart } from './questionKinds.ts';
import { WordsField } from './WordsField.tsx';

type Change = (change: (question: Question) => Question, tag?: string) => void;

interface QuestionFieldsProps {
  question: Question;
  readOnly: boolean;
  onChange: Change;
}

type WordsName = 'hint' | 'low' | 'high' | 'consent';
type SwitchName = 'required' | 'shuffle' | 'other';

function Words({ question, onChange, name }: Pick<QuestionFieldsProps, 'question' | 'onChange'> & { name: WordsName }) {
  return (
    <WordsField
      label={t(`builder.${name}`)}
      {...(name === 'consent' ? { hint: t('builder.consent-hint') } : {})}
      optional={name !== 'consent'}
      words={question[name]}
      name={`${question.id}.${name}`}
      onWords={(words) => onChange((one) => setField(one, name, words), `${question.id}.${name}.${editedLocale.value}`)}
    />
  );
}

function Switch({
  question,
  onChange,
  name,
}: Pick<QuestionFieldsProps, 'question' | 'onChange'> & { name: SwitchName }) {
  return (
    <label class="switch-row">
      <input
        type="checkbox"
        class="switch"
        checked={question[name] ?? false}
        onChange={(event) => {
          const isOn = event.currentTarget.checked;
          onChange((one) => setField(one, name, isOn ? true : undefined));
        }}
      />
      <span>{t(`builder.${name}`)}</span>
    </label>
  );
}

function Limits({ question, onChange }: Pick<QuestionFieldsProps, 'question' | 'onChange'>) {
  const id = useId();
  const most = question.options?.length ?? 0;
  return (
    <div class="limits">
      {(['min', 'max'] as const).map((name) => (
        <label key={name} class="row" for={`${id}${name}`}>
          {t(`builder.${name}`)}
          <input
            id={`${id}${name}`}
            class="input number"
            type="number"
            dir="ltr"
            min={name === 'min' ? 0 : 1}
            max={most}
            value={question[name] ?? ''}
            onInput={(event) => {
              const number = event.currentTarget.valueAsNumber;
              const isLimit = Number.isInteger(number) && number >= 1 && number <= 40;
              onChange((one) => setField(one, name, isLimit ? number : undefined), `${question.id}.${name}`);
            }}
          />
        </label>
      ))}
    </div>
  );
}

function Purpose({ question, onChange }: Pick<QuestionFieldsProps, 'question' | 'onChange'>) {
  const { purpose = PURPOSE_DEFAULT } = question;
  const known = session.value?.settings.purposes.map(({ id }) => id) ?? [];
  return (
    <Field label={t('builder.purpose')} hint={t('builder.purpose-hint')}>
      {(tied) => (
        <select
          class="input"
          value={purpose}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onChange((one) => setField(one, 'purpose', chosen === PURPOSE_DEFAULT ? undefined : chosen));
          }}
          {...tied}
        >
          {/* One that was removed since is still what this question says. */}
          {(known.includes(purpose) ? known : [purpose, ...known]).map((id) => (
            <option key={id} value={id}>
              {purposeName(id)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Everything a question says and asks, by its type. */
export function QuestionFields({ question, readOnly, onChange }: QuestionFieldsProps) {
  const { id, type } = question;
  const has = (part: Parameters<typeof hasPart>[1]) => hasPart(type, part);
  const shared = { question, onChange };
  return (
    <fieldset class="form question-fields" disabled={readOnly}>
      <WordsField
        label={t(type === 'message' ? 'builder.message' : type === 'consent' ? 'builder.consent-text' : 'builder.text')}
        words={question.text}
        name={`${id}.text`}
        rows={2}
        onWords={(words) => onChange((one) => ({ ...one, text: words ?? {} }), `${id}.text.${editedLocale.value}`)}
        insert={(put) => !readOnly && <InsertMenu before={id} onInsert={put} />}
      />
      {has('style') && (
        <div class="field">
          <span class="field-name">{t('builder.style')}</span>
          <div>
            <Segments
              label={t('builder.style')}
              value={question.style ?? 'faces'}
              choices={CSAT_STYLES.map((value) => ({ value, text: t(`builder.style-${value}`) }))}
              onChoose={(style) => onChange((one) => setField(one, 'style', style === 'faces' ? undefined : style))}
            />
          </div>
        </div>
      )}
      {has('options') && (
        <OptionList
          question={question}
          readOnly={readOnly}
          onOptions={(options, tag) =>
            onChange((one) => ({ ...one, options }), tag === undefined ? undefined : `${id}.${tag}`)
          }
        />
      )}
      {has('hint') && <Words {...shared} name="hint" />}
      {has('consent') && <Words {...shared} name="consent" />}
      {type === 'consent' && <Purpose {...shared} />}
      {has('ends') && (
        <div class="pair">
          <Words {...shared} name="low" />
          <Words {...shared} name="high" />
        </div>
      )}
      {has('limits') && <Limits {...shared} />}
      <div class="switches">
        {has('required') && <Switch {...shared} name="required" />}
        {has('options') && <Switch {...shared} name="shuffle" />}
        {has('options') && <Switch {...shared} name="other" />}
      </div>
    </fieldset>
  );
}
