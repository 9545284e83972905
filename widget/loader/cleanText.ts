/** A page's or a person's text as the wire takes it: no control characters but tab and line breaks, `max` units long. */
export function cleanText(text: string, max: number): string {
  return (
    text
      .slice(0, max)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point
      .replace(/[\0-\x08\x0b\f\x0e-\x1f\x7f]/g, ' ')
      .replace(/\p{Cs}/gu, '\ufffd')
  );
}
