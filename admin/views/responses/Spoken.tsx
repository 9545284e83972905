import { textIn } from '../../../contract/locale.ts';
import { pipe } from '../../../contract/pipe.ts';
import type { ResponseDetail } from '../../../contract/response.ts';
import { t } from '../../messages/translate.ts';
import { regional } from '../../models/regional.ts';
import { Said } from './Said.tsx';

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
              <bdi>{question ? pipe(textIn(question.text, language), () => '…') : id}</bdi>
            </p>
            <Said value={value} question={question} locale={locale} />
          </div>
        );
      })}
      {!withdrawn && response.comment === null && <p class="faint">{t('comment.none')}</p>}
    </section>
  );
}
