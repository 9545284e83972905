/** What may be connected, and how. Free of zod, so that screens can import values from here. */

/** The customer systems a connection may be to. The words are also the `system` of their external ids. */
export const CONNECTED_SYSTEMS = ['hubspot', 'salesforce'] as const;
export type ConnectedSystem = (typeof CONNECTED_SYSTEMS)[number];

/** Kinds of records that come in. */
export const RECORD_KINDS = ['contacts', 'companies'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** What a field of theirs becomes here: a part of the person, or an attribute. */
export const MAPPING_TARGETS = ['name', 'first', 'last', 'email', 'phone', 'company', 'attribute'] as const;

/** Whose values win when both sides know a field. */
export const CONFLICT_POLICIES = ['newest', 'source', 'keep'] as const;
export type ConflictPolicy = (typeof CONFLICT_POLICIES)[number];
