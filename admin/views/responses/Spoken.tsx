import { textIn } from '../../../contract/locale.ts';
import type { ResponseDetail } from '../../../contract/response.ts';
import type { Question } from '../../../contract/survey.ts';
import { Answer } from '../../components/Answer.tsx';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { regional } from '../../models/regional.ts';

type Value = ResponseDetail['answers'][number]['value'];

function scoreName(score: number): string {
  if (score === 1 || score === 2 || score === 3 || score === 4 || score === 5) return t(`score.${score}`);
  return '';
}

function Said({ value, question, locale }: { value: Value; question: Question | undefined; locale: string | null }) {
  if (typeof value === 'number' && question?.type === 'csat') {
    return (
      <p class="spoken-score">
        <Answer score={value} size="large" />
        <span class="soft">{scoreName(value)}</span>
      </p>
    );
  }
  if (typeof value === 'number') return <p>{formatNumber(value)}</p>;
  if (typeof value === 'boolean') return <p>{t(value ? 'yes' : 'no')}</p>;
  const text = Array.isArray(value) ? new Intl.ListFormat(locale ?? undefined).format(value) : value;
  return (
    <blockquote lang={locale ?? undefined} dir="auto">
      {text}
    </blockquote>
  );
}

interface SpokenProps {
  response: ResponseDetail;
}

/** What was asked and what was answered, in the visitor's own words. */
export function Spoken({ response }: SpokenProps) {
  const { answers, questions, locale, withdrawn } = response;
  const language = regional.value.locale;
  return (
    <section class="spoken">
      {withdrawn && <p class="faint">{t('withdrawn')}</p>}
      {answers.map(({ question: id, value }) => {
        const question = questions.find((asked) => asked.id === id);
        return (
          <div key={id}>
            <p class="spoken-question">
              <bdi>{question ? textIn(question.text, language) : id}</bdi>
            </p>
            <Said value={value} question={question} locale={locale} />
          </div>
        );
      })}
      {!withdrawn && response.comment === null && <p class="faint">{t('comment.none')}</p>}
    </section>
  );
}
