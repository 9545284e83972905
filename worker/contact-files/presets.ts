import { headerKey } from './cellReader.ts';
import type { Preset } from './preset.ts';
import { hubspot } from './presets/hubspot.ts';
import { salesforce } from './presets/salesforce.ts';

const PRESETS: readonly Preset[] = [salesforce, hubspot];

/** Whose export a table is, by its header, without regard to case, order or extra columns; null when nobody's known. */
export function recognisePreset(header: readonly string[]): Preset | null {
  const present = new Set(header.map(headerKey));
  return PRESETS.find(({ needs }) => needs.every((name) => present.has(headerKey(name)))) ?? null;
}
