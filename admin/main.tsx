import { render } from 'preact';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/inputs.css';
import './styles/controls.css';
import './styles/evidence.css';
import './styles/overlays.css';
import './styles/states.css';
import { startClock } from './models/clock.ts';
import { startKeys } from './models/keys.ts';
import { startLocale } from './models/locale.ts';
import { startLocation } from './models/location.ts';
import { startScheme } from './models/scheme.ts';
import { startSession } from './models/session.ts';
import { App } from './views/App.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('admin.html has no #root');

startScheme();
startLocation();
startClock();
startKeys();
// The session is asked for while the texts load: neither waits for the other.
const started = startSession();
await startLocale();
render(<App />, root);
await started;
