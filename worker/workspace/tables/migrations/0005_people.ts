import { companies } from './people/companies.ts';
import { connections } from './people/connections.ts';
import { dirty } from './people/dirty.ts';
import { events } from './people/events.ts';
import { feedback } from './people/feedback.ts';
import { imports } from './people/imports.ts';
import { merges } from './people/merges.ts';
import { privacy } from './people/privacy.ts';
import { search } from './people/search.ts';
import { segments } from './people/segments.ts';

/** Everything that makes a row in `contact` a person: one file for each concern. */
export const people = [
  dirty,
  companies,
  events,
  merges,
  imports,
  feedback,
  connections,
  segments,
  privacy,
  search,
].join('\n');
