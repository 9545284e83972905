import { bundlePage } from '../bundlePage.ts';
import type { Contender } from '../contender.ts';

export const surveyjs: Contender = {
  name: 'surveyjs',
  title: 'SurveyJS',
  versions: ['survey-core', 'survey-js-ui'],
  loads:
    "`import { Model } from 'survey-core'`, `import { renderSurvey } from 'survey-js-ui'` and `survey-core.fontless.min.css` (the usual sheet would fetch a font besides); the survey is in the script, so nothing is asked of an API",
  probe: () => document.getElementById('surveyElement')?.querySelector('label.sd-rating__item-smiley'),
  async prepare(folder) {
    const { head, file } = await bundlePage(folder, 'surveyjs');
    return { head, slot: '<div id="surveyElement"></div>', answer: ({ path }) => file(path) };
  },
};
