import type { WorkspaceState } from './state.ts';

const EVERY = 10_000_000;

/** Whether sealed and unsealed facts equal those of a recount from rows, and the audit chain holds. */
export function verifyFacts(state: WorkspaceState): {
  factsEqualRows: boolean;
  responses: number;
  displays: number;
  auditVerifies: boolean;
} {
  const responses = state.responses.after(0, EVERY);
  const displays = state.displays.after(0, EVERY);
  const fromRows = [
    ...responses.flatMap((record) => state.arrivalOf(record).facts),
    ...displays.flatMap((record) => state.arrivalOfDisplay(record).facts),
  ];
  const kept = [...state.responseFacts.everything(), ...state.displayFacts.everything()];
  return {
    factsEqualRows: JSON.stringify(fromRows) === JSON.stringify(kept),
    responses: responses.length,
    displays: displays.length,
    auditVerifies: state.audit.verifies(),
  };
}
