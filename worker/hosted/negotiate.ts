import { chooseLocale } from '../../widget/loader/chooseLocale.ts';

/** The language to speak: the one asked for, else what the browser wants most (RFC 9110, 12.5.4), else the first. */
export function negotiate(offered: readonly string[], asked: string | undefined, header: string | undefined): string {
  if (asked !== undefined && offered.includes(asked)) return asked;
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1] ?? '1';
      return { tag: tag.trim(), weight: Number(weight) || 0 };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
  return chooseLocale(offered, wanted) ?? 'en';
}
