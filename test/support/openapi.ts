import { ROLES, type Role } from '../../contract/role.ts';

/** One operation of the admin API's document. */
export interface Operation {
  method: string;
  /** With its parameters in braces, below the document's server address. */
  path: string;
  leastRole: Role | undefined;
  takesBody: boolean;
  /** Documented statuses. */
  statuses: number[];
  parameters: { name: string; in: string; required?: boolean }[];
}

export interface OpenApiDocument {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, RawOperation>>;
}

interface RawOperation {
  'x-least-role'?: string;
  requestBody?: unknown;
  responses?: Record<string, { description?: string }>;
  parameters?: Operation['parameters'];
}

/** Every operation of a document, in its order. */
export function operationsOf(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => ({
      method: method.toUpperCase(),
      path,
      leastRole: ROLES.find((role) => role === raw['x-least-role']),
      takesBody: raw.requestBody !== undefined,
      statuses: Object.keys(raw.responses ?? {}).map(Number),
      parameters: raw.parameters ?? [],
    })),
  );
}

/** Every `$ref` anywhere in a document. */
export function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
  );
}

/** What a local reference (`#/a/b`) points at, undefined when at nothing. */
export function resolveRef(document: unknown, ref: string): unknown {
  return ref
    .replace(/^#\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document);
}
