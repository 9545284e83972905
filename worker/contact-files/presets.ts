import { headerKey } from './headerKey.ts';
import type { Preset } from './preset.ts';
import { chatwoot } from './presets/chatwoot.ts';
import { hubspot } from './presets/hubspot.ts';
import { qualtrics } from './presets/qualtrics.ts';
import { salesforce } from './presets/salesforce.ts';
import { vcard } from './presets/vcard.ts';

const PRESETS: readonly Preset[] = [salesforce, hubspot, chatwoot, qualtrics, vcard];

/** Whose export a table is, by its header, without regard to case, order or extra columns; null when nobody's known. */
export function recognisePreset(header: readonly string[]): Preset | null {
  const present = new Set(header.map(headerKey));
  return PRESETS.find(({ needs }) => needs.every((name) => present.has(headerKey(name)))) ?? null;
}
