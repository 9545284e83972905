const CLOSES: Record<string, string> = { ']': '[', ')': '(' };

/**
 * Whether a CSS selector can hardly be one: an empty part, a bracket or a quote that is not closed, a character no
 * selector has outside of quotes. There is no DOM here to ask, so what looks right may still be refused by a browser.
 */
export function selectorFault(selector: string): boolean {
  const open: string[] = [];
  let bare = '';
  for (let at = 0; at < selector.length; at++) {
    const sign = selector[at] ?? '';
    if (sign === '\\') {
      bare += 'x';
      at++;
    } else if (sign === '"' || sign === "'") {
      const end = closingQuote(selector, at);
      if (end < 0) return true;
      bare += 'x';
      at = end;
    } else if (sign === '[' || sign === '(') {
      open.push(sign);
      bare += sign;
    } else if (sign in CLOSES) {
      if (open.pop() !== CLOSES[sign]) return true;
      bare += sign;
    } else {
      // A comma in brackets separates something else.
      bare += sign === ',' && open.length > 0 ? ' ' : sign;
    }
  }
  if (open.length > 0 || /[{};<@!%&?]/.test(bare.replaceAll(/\[[^\]]*\]|\([^)]*\)/g, 'x'))) return true;
  return bare.split(',').some((part) => {
    const words = part.trim();
    return words === '' || /^[>+~]|[>+~.#:]$|[.#](?=[.#:\s\d])|(^|\s)\d|\[\s*\]|\(\s*\)/.test(words);
  });
}

function closingQuote(selector: string, start: number): number {
  for (let at = start + 1; at < selector.length; at++) {
    if (selector[at] === '\\') at++;
    else if (selector[at] === selector[start]) return at;
  }
  return -1;
}
