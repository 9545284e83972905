import css from './more.css?inline';
import { consent } from './questions/consent.ts';
import { email, phone } from './questions/contactField.ts';
import { emotion } from './questions/emotion.ts';
import { gap } from './questions/gap.ts';
import { message } from './questions/message.ts';
import { multiple } from './questions/multiple.ts';
import { ces, nps, numbers } from './questions/numbers.ts';
import { questionTypes } from './questions/registry.ts';
import { short } from './questions/short.ts';
import { single } from './questions/single.ts';
import { stars } from './questions/stars.ts';
import { thumbs } from './questions/thumbs.ts';
import { addSheet } from './survey.styles.ts';

export { pages } from './pages.ts';

/** Every question but a face's rating and its comment, and what leads from one to the next. */
Object.assign(questionTypes, {
  stars,
  numbers,
  nps,
  ces,
  thumbs,
  gap,
  emotion,
  single,
  multiple,
  short,
  email,
  phone,
  consent,
  message,
});
addSheet(css);
