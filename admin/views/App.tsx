import { Bones } from '../components/Bones.tsx';
import { Broken } from '../components/Broken.tsx';
import { path } from '../models/location.ts';
import { loadSession, session, sessionError } from '../models/session.ts';
import { Frame } from './Frame.tsx';
import { Screen } from './Screen.tsx';

/** The whole screen: the gate, or the frame with one view in it. */
export function App() {
  if (sessionError.value) return <Broken error={sessionError.value} onRetry={loadSession} />;
  if (path.value === '/sign-in') return <Screen />;
  if (!session.value) return <Bones />;
  return (
    <Frame>
      <Screen />
    </Frame>
  );
}
