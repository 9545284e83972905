/** What a page's own markup says of scripts, surveys and policy. */
export interface PageMarkup {
  scripts: { src: string; nonce: boolean }[];
  /** Ids that `<touchstone-survey>` elements name. */
  placed: string[];
  /** Policies that stand in `<meta http-equiv>`. */
  policies: string[];
}

const SIZE_MAX = 2_000_000;
const LISTED_MAX = 200;

/** Reads a page's markup as it comes, two megabytes of it at most. */
export async function readPage(response: Response): Promise<PageMarkup> {
  const markup: PageMarkup = { scripts: [], placed: [], policies: [] };
  const add = <Entry>(list: Entry[], entry: Entry) => {
    if (list.length < LISTED_MAX) list.push(entry);
  };
  const rewritten = new HTMLRewriter()
    .on('script[src]', {
      element(script) {
        const src = script.getAttribute('src') ?? '';
        add(markup.scripts, { src, nonce: Boolean(script.getAttribute('nonce')) });
      },
    })
    .on('touchstone-survey[survey]', {
      element: (survey) => add(markup.placed, survey.getAttribute('survey') ?? ''),
    })
    .on('meta[http-equiv]', {
      element(meta) {
        const isPolicy = meta.getAttribute('http-equiv')?.toLowerCase() === 'content-security-policy';
        if (isPolicy) add(markup.policies, meta.getAttribute('content') ?? '');
      },
    })
    .transform(response);
  const reader = rewritten.body?.getReader();
  let size = 0;
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) break;
    size += next.value.byteLength;
    if (size > SIZE_MAX) {
      await reader?.cancel();
      break;
    }
  }
  return markup;
}
