import type { Attributes } from '../../contract/contact.ts';
import { maskText } from './maskText.ts';

/** Attributes as viewers see them: an address or a phone number is one under whatever name, as text or as a number. */
export function maskAttributes(attributes: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      maskText(name),
      typeof value === 'boolean' ? value : masked(value),
    ]),
  );
}

function masked(value: string | number): string | number {
  const text = String(value);
  const shown = maskText(text);
  return shown === text ? value : shown;
}
