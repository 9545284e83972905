/** How a claimed identifier is looked up again: its kind, system and compared form in one string. */
export function claimKey(kind: string, system: string, norm: string): string {
  return JSON.stringify([kind, system, norm]);
}

/** The parts of a claim key. */
export function readClaimKey(key: string): { kind: string; system: string; norm: string } {
  const [kind = '', system = '', norm = ''] = JSON.parse(key) as string[];
  return { kind, system, norm };
}
