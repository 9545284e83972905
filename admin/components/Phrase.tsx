import type { ComponentChildren } from 'preact';
import { formatNumber } from '../format/number.ts';
import { type Key, type Params, pattern } from '../messages/translate.ts';

interface PhraseProps<K extends Key> {
  text: K;
  with: Params<K, ComponentChildren>;
}

/** A translated sentence whose blanks are filled with elements; `<b>…</b>` in it is emphasis. */
export function Phrase<K extends Key>({ text, with: params }: PhraseProps<K>) {
  const given: Partial<Record<string, ComponentChildren>> = params;
  const n = given['n'];
  const fill = (part: string): ComponentChildren[] =>
    part.split(/(\{\w+\})/).map((piece) => {
      if (!/^\{\w+\}$/.test(piece)) return piece;
      const value = given[piece.slice(1, -1)];
      if (typeof value === 'number') return formatNumber(value);
      return typeof value === 'string' ? <bdi>{value}</bdi> : value;
    });
  return (
    <>
      {pattern(text, typeof n === 'number' ? n : undefined)
        .split(/(<b>.*?<\/b>)/)
        .map((part) => (part.startsWith('<b>') ? <b>{fill(part.slice(3, -4))}</b> : fill(part)))}
    </>
  );
}
