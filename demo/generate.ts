import { type ContactFile, readContacts } from '../worker/contact-files/readContacts.ts';
import type { DemoData } from './demoData.ts';
import { displays } from './displays.ts';
import { further } from './further.ts';
import { people } from './people.ts';
import { closedBy, quiet } from './quiet.ts';
import type { Random } from './random.ts';
import { moveRenewals } from './renewals.ts';
import { responses } from './responses.ts';
import { rhythm } from './rhythm.ts';
import { surveys } from './surveys.ts';
import { touchpoints } from './touchpoints.ts';
import { visitors } from './visitors.ts';
import { settings, stages } from './workspace.ts';

export interface DemoInput {
  /** Milliseconds since 1970, UTC: the past is the ninety days before. */
  now: number;
  /** The bytes of the two files in `data/`. */
  hubspot: Uint8Array;
  salesforce: Uint8Array;
  random: Random;
}

/**
 * A workspace with three months behind it: a coffee shop whose deliveries went wrong five weeks ago. The same input
 * makes the same data.
 *
 * @throws TypeError when a file is not the export it should be
 */
export function generateDemo({ now, hubspot, salesforce, random }: DemoInput): DemoData {
  const files = [known(hubspot, 'hubspot'), known(salesforce, 'salesforce')];
  const contacts = people(files, settings.country, now, random);
  moveRenewals(contacts, now);
  const { heard, silent } = quiet(contacts);
  const crowd = visitors(heard, random);
  const drawTime = rhythm(now, random);
  const answers = responses(now, crowd, drawTime, random);
  const rated = displays(now, answers, crowd, drawTime, random);
  const more = further(now, crowd, drawTime, random);
  return {
    settings,
    stages,
    touchpoints,
    surveys,
    contacts,
    responses: [...answers, ...more.responses].sort((a, b) => a.receivedAt - b.receivedAt),
    displays: [...rated, ...more.displays, ...closedBy(silent, drawTime, random)].sort((a, b) => a.at - b.at),
  };
}

function known(bytes: Uint8Array, system: string): ContactFile {
  const file = readContacts(bytes);
  if (file?.system !== system) throw new TypeError(`not an export of ${system}`);
  return file;
}
