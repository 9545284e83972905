import { PREFERRED_CHANNELS, TRAITS } from '../../../contract/traits.ts';
import { formatDays } from '../../format/date.ts';
import { stageText } from '../../format/stage.ts';
import { t } from '../../messages/translate.ts';
import { regional } from '../../models/regional.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A value as people read it: days in their calendar, numbers in their digits, channels and stages in words. */
export function attributeText(name: string, value: string | number | boolean): string {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return new Intl.NumberFormat(regional.value.numbers).format(value);
  const isDate = Object.hasOwn(TRAITS, name) && TRAITS[name as keyof typeof TRAITS] === 'date';
  if (isDate && DAY.test(value) && !Number.isNaN(Date.parse(value))) return formatDays(value, value);
  if (name === 'stage') return stageText(value);
  const channel = name === 'channel' ? PREFERRED_CHANNELS.find((known) => known === value) : undefined;
  return channel ? t(`person.channel-${channel}`) : value;
}
