import { t } from '../messages/translate.ts';
import { chooseScheme, SCHEMES, scheme } from '../models/scheme.ts';
import { Segments } from './Segments.tsx';

/** Auto, light, dark. */
export function SchemeSwitch() {
  return (
    <Segments
      label={t('scheme')}
      value={scheme.value}
      choices={SCHEMES.map((value) => ({ value, text: t(`scheme.${value}`) }))}
      onChoose={chooseScheme}
    />
  );
}
