import { regional } from '../models/regional.ts';

/** What stands between the items of a list in the script of the screen. */
export function listGlue(): string {
  return regional.value.direction === 'rtl' ? '، ' : ', ';
}
