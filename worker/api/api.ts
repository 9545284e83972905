import { bodyLimit } from 'hono/body-limit';
import { ADMIN_BODY_MAX_BYTES, BATCH_BODY_MAX_BYTES, FEEDBACK_BODY_MAX_BYTES } from '../../contract/limits.ts';
import { ProblemError } from '../errors.ts';
import { apiKeys } from './apiKeys.ts';
import { audit } from './audit.ts';
import { authRoutes } from './auth.ts';
import { companies } from './companies.ts';
import { connections } from './connections.ts';
import { contactPrivacy } from './contactPrivacy.ts';
import { contacts } from './contacts.ts';

import { erasures } from './erasures.ts';
import { feedback } from './feedback.ts';
import { merges, suggestions } from './identity.ts';

import { imports } from './imports.ts';
import { invitations } from './invitations.ts';
import { stages, touchpoints } from './journey.ts';
import { live } from './live.ts';
import { pageChecks } from './pageCheck.ts';
import { reports } from './reports.ts';
import { responses } from './responses.ts';
import { retention } from './retention.ts';
import { resource } from './route.ts';
import { sameOrigin } from './sameOrigin.ts';
import { segments } from './segments.ts';
import { session, settings } from './settings.ts';
import { sites } from './sites.ts';
import { surveys } from './surveys.ts';

const app = resource();
app.use(sameOrigin);
const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError(413, 'too-large', `A body may have ${maxSize} bytes at most.`);
    },
  });
const usual = limited(ADMIN_BODY_MAX_BYTES);
const batch = limited(BATCH_BODY_MAX_BYTES);
const feedbackFile = limited(FEEDBACK_BODY_MAX_BYTES);
app.use((c, next) => {
  const path = c.req.path.replace(/^\/api/, '');
  // A file's own route counts its bytes as they come.
  if (c.req.method === 'POST' && (path === '/imports' || path === '/contacts/import')) return next();
  if (path === '/feedback' || path === '/feedback/plan') return feedbackFile(c, next);
  return path === '/contacts/batch' ? batch(c, next) : usual(c, next);
});
app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
  type: 'apiKey',
  in: 'cookie',
  name: 'ts.session_token',
});
app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', { type: 'http', scheme: 'bearer' });

/** `/api`: the admin's resources, and their OpenAPI document made from the very schemas that check them. */
export const api = app
  .route('/auth', authRoutes)
  .route('/session', session)
  .route('/responses', responses)
  .route('/contacts', contacts)
  .route('/imports', imports)
  .route('/contacts', contactPrivacy)
  .route('/erasures', erasures)
  .route('/retention', retention)
  .route('/feedback', feedback)
  .route('/merges', merges)
  .route('/suggestions', suggestions)
  .route('/companies', companies)
  .route('/segments', segments)
  .route('/surveys', surveys)
  .route('/invitations', invitations)
  .route('/touchpoints', touchpoints)
  .route('/stages', stages)
  .route('/reports', reports)
  .route('/sites', sites)
  .route('/sites', pageChecks)
  .route('/settings', settings)
  .route('/connections', connections)
  .route('/keys', apiKeys)
  .route('/audit', audit)
  .route('/live', live);

api.doc31('/openapi.json', {
  openapi: '3.1.0',
  info: {
    title: 'Touchstone',
    version: '0.1.0',
    description: 'The admin API. `x-least-role` names the role a route takes.',
  },
  servers: [{ url: '/api' }],
});
