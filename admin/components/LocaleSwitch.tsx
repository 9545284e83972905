import { LOCALES } from '../../contract/locale.ts';
import { languageName } from '../format/language.ts';
import { t } from '../messages/translate.ts';
import { chooseLocale } from '../models/locale.ts';
import { regional } from '../models/regional.ts';
import { Segments } from './Segments.tsx';

/** English, فارسی, Polski. */
export function LocaleSwitch() {
  return (
    <Segments
      label={t('language')}
      value={regional.value.locale}
      choices={LOCALES.map((value) => ({ value, text: languageName(value), lang: value }))}
      onChoose={chooseLocale}
    />
  );
}
