/** Where a piped value comes from: an earlier answer, the page's own context, or the verified person's attributes. */
export type PipeSource = 'answer' | 'page' | 'contact';

/**
 * Puts values into a text: `{{answer:rating}}`, `{{page:plan|your plan}}`, `{{contact:first_name|there}}`. What is not
 * known becomes the words after the bar, or nothing. Free of zod; the result is text, never markup.
 */
export function pipe(text: string, find: (source: PipeSource, name: string) => string | undefined): string {
  return text.replace(
    /\{\{(answer|page|contact):([\w-]+)(?:\|([^{}]*))?\}\}/g,
    (_, source: PipeSource, name: string, otherwise = '') => find(source, name) || otherwise,
  );
}

/** What a text asks for, in order. */
export function pipesIn(text: string): { source: PipeSource; name: string }[] {
  const found: { source: PipeSource; name: string }[] = [];
  pipe(text, (source, name) => {
    found.push({ source, name });
    return undefined;
  });
  return found;
}
