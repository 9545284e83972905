import type { html } from 'hono/html';

/** A piece of escaped markup. */
export type Markup = ReturnType<typeof html>;
