import 'survey-core/survey-core.fontless.min.css';
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';

const survey = new Model({
  elements: [
    { type: 'rating', name: 'rating', title: 'How was it?', rateType: 'smileys', rateMax: 5, isRequired: true },
    { type: 'comment', name: 'why', title: 'Why?' },
  ],
});
const show = () => {
  const slot = document.getElementById('surveyElement');
  if (slot) renderSurvey(survey, slot);
};
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
else show();
