import type { SurveyProblem } from '../../../contract/surveyDraft.ts';
import { Icon } from '../../components/Icon.tsx';
import { languageName } from '../../format/language.ts';
import { t } from '../../messages/translate.ts';
import { followProblem, problemHref } from './problemPlace.ts';
import { questionName } from './questionName.ts';
import './publish.css';

interface ProblemsProps {
  problems: SurveyProblem[];
  /** Called when somebody goes where one can be mended. */
  onFollow?: () => void;
}

const SEVERITIES = ['error', 'warning'] as const;

/** What is wrong, in words. Where it is about a question or a language, that is said too. */
function problemText({ code, question, locale, value = '' }: SurveyProblem): string {
  const text = t(`builder.problem-${code}`, { value: code === 'loop' ? questionName(value) : value });
  const about = [
    ...(question === undefined ? [] : [t('builder.quoted', { name: questionName(question) })]),
    ...(locale === undefined ? [] : [languageName(locale)]),
  ];
  return about.length > 0 ? t('builder.problem-about', { about: about.join(', '), text }) : text;
}

/** What keeps a survey from being published, then what its author may have overlooked; each leads to its place. */
export function Problems({ problems, onFollow }: ProblemsProps) {
  if (problems.length === 0)
    return (
      <p class="row soft">
        <Icon name="check" />
        {t('builder.problems-none')}
      </p>
    );
  return (
    <>
      {SEVERITIES.map((severity) => {
        const all = problems.filter((problem) => problem.severity === severity);
        if (all.length === 0) return null;
        // A question with five answers to translate is one thing to do.
        const lines = Map.groupBy(all, problemText);
        return (
          <section key={severity} class="problems">
            <h3 class={severity === 'error' ? 'strong alert' : 'strong'}>{t(`builder.problems-${severity}`)}</h3>
            <ul>
              {[...lines].map(([text, [problem, ...others]]) =>
                problem ? (
                  <li key={text}>
                    <a
                      class="problem"
                      href={problemHref(problem)}
                      onClick={() => {
                        followProblem(problem);
                        onFollow?.();
                      }}
                    >
                      <Icon name={severity === 'error' ? 'circle-alert' : 'info'} size="small" />
                      <span>
                        {text}{' '}
                        {others.length > 0 && (
                          <span class="faint">{t('builder.problem-times', { n: others.length + 1 })}</span>
                        )}
                      </span>
                      <Icon name="chevron-right" size="small" />
                    </a>
                  </li>
                ) : null,
              )}
            </ul>
          </section>
        );
      })}
    </>
  );
}
