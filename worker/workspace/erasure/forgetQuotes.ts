import type { WorkspaceState } from '../state.ts';
import type { Person } from './personOf.ts';

/** Personas no longer speak in the words of somebody who was erased; answers how many did. */
export function forgetQuotes(state: WorkspaceState, { responses }: Person): number {
  const said = new Set(responses.map(({ id }) => id));
  const quoting = state.segments.all().filter(({ persona }) => persona?.quote && said.has(persona.quote));
  for (const segment of quoting) {
    if (segment.persona) state.segments.write({ ...segment, persona: { ...segment.persona, quote: null } });
  }
  return quoting.length;
}
