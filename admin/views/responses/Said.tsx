import { textIn } from '../../../contract/locale.ts';
import { SCALES } from '../../../contract/metric.ts';
import { type Gap, isScored, otherWords } from '../../../contract/questionType.ts';
import type { ResponseDetail } from '../../../contract/response.ts';
import { emotionOf, scoreOf } from '../../../contract/score.ts';
import type { Question } from '../../../contract/survey.ts';
import { Answer } from '../../components/Answer.tsx';
import { scoreWords } from '../../format/score.ts';
import { t } from '../../messages/translate.ts';
import { regional } from '../../models/regional.ts';

type Value = ResponseDetail['answers'][number]['value'];

interface SaidProps {
  value: Value;
  /** Absent when the version that asked is not known. */
  question: Question | undefined;
  /** The language the visitor answered in. */
  locale: string | null;
}

/** What a scored answer says besides its number. */
function Meaning({ question, value, locale }: { question: Question; value: Value; locale: string | null }) {
  const score = scoreOf(question.type, value);
  if (question.type === 'emotion') {
    const words = otherWords(String(value));
    const emotion = emotionOf(value);
    return words ? (
      <q lang={locale ?? undefined} dir="auto">
        {words}
      </q>
    ) : (
      emotion && t(`emotion.${emotion}`)
    );
  }
  if (question.type === 'csat') {
    return score === 1 || score === 2 || score === 3 || score === 4 || score === 5 ? t(`score.${score}`) : null;
  }
  return isScored(question.type) ? scoreWords(SCALES[question.type].metric, score) : null;
}

function Scored({ question, value, locale }: { question: Question; value: Value; locale: string | null }) {
  if (!isScored(question.type)) return null;
  return (
    <p class="spoken-score">
      <Answer
        metric={SCALES[question.type].metric}
        score={scoreOf(question.type, value)}
        emotion={question.type === 'emotion' ? emotionOf(value) : null}
        size="large"
      />
      <span class="soft">
        <Meaning question={question} value={value} locale={locale} />
      </span>
    </p>
  );
}

function Pair({ value }: { value: Gap }) {
  return (
    <dl class="spoken-pair soft small">
      <dt>{t('gap.expected')}</dt>
      <dd>
        <Answer metric="csat" score={value.expected} />
      </dd>
      <dt>{t('gap.experienced')}</dt>
      <dd>
        <Answer metric="csat" score={value.experienced} />
      </dd>
    </dl>
  );
}

/** A choice as the screen names it; words of the visitor's own stay as they are. */
function Choice({ question, value, locale }: { question: Question | undefined; value: string; locale: string | null }) {
  const words = otherWords(value);
  const option = question?.options?.find(({ id }) => id === value);
  if (words === null) return <bdi>{option ? textIn(option.text, regional.value.locale) : value}</bdi>;
  return (
    <>
      {t('answer.other')}
      {words && (
        <>
          {': '}
          <q lang={locale ?? undefined} dir="auto">
            {words}
          </q>
        </>
      )}
    </>
  );
}

/** One answer, as its question's type is read best. */
export function Said({ value, question, locale }: SaidProps) {
  if (question && isScored(question.type)) {
    return (
      <>
        <Scored question={question} value={value} locale={locale} />
        {typeof value === 'object' && 'expected' in value && <Pair value={value} />}
      </>
    );
  }
  if (typeof value === 'boolean') return <p>{t(value ? 'yes' : 'no')}</p>;
  if (Array.isArray(value)) {
    return (
      <ul class="spoken-choices">
        {value.map((one) => (
          <li key={one}>
            <Choice question={question} value={one} locale={locale} />
          </li>
        ))}
      </ul>
    );
  }
  if (question?.type === 'single') {
    return (
      <p>
        <Choice question={question} value={String(value)} locale={locale} />
      </p>
    );
  }
  if (question?.type === 'email' || question?.type === 'phone') {
    return (
      <p>
        <bdi dir="ltr">{String(value)}</bdi>
      </p>
    );
  }
  return (
    <blockquote lang={locale ?? undefined} dir="auto">
      {typeof value === 'object' ? JSON.stringify(value) : String(value)}
    </blockquote>
  );
}
