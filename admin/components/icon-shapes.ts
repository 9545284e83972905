import type { JSX } from 'preact';

/** One drawn element of an icon: its tag and attributes. */
export interface IconShape {
  tag: keyof JSX.IntrinsicElements;
  attributes: Record<string, string>;
}

const TAGS = ['path', 'circle', 'rect', 'line', 'polyline', 'polygon', 'ellipse'] as const;

/** What a lucide SVG file draws, so that it can be rendered without parsing markup into the page. */
export function iconShapes(svg: string): IconShape[] {
  const shapes: IconShape[] = [];
  for (const [, name, rest] of svg.matchAll(/<(\w+)\s([^<]*?)\/>/g)) {
    const tag = TAGS.find((known) => known === name);
    if (!tag) continue;
    const attributes: Record<string, string> = {};
    for (const [, key, value] of (rest ?? '').matchAll(/([\w-]+)="([^"]*)"/g))
      if (key && value) attributes[key] = value;
    shapes.push({ tag, attributes });
  }
  return shapes;
}
