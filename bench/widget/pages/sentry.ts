import { feedbackIntegration, init } from '@sentry/browser';

const feedback = feedbackIntegration({ autoInject: false, colorScheme: 'light' });
init({ dsn: `${location.protocol}//bench@${location.host}/sentry/1`, integrations: [feedback] });

const show = async () => {
  const form = await feedback.createForm();
  form.appendToDom();
  form.open();
};
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
else show();
