/**
 * Every bound that both sides of the wire agree on. Free of zod, so that the widget can import values from here.
 * Lengths are in UTF-16 code units unless a name says bytes; times are in milliseconds unless a name says otherwise.
 */

/** The largest body a public route reads, in bytes. */
export const BODY_MAX_BYTES = 32_768;
/** The largest body an admin route reads, in bytes. */
export const ADMIN_BODY_MAX_BYTES = 262_144;
/** The largest batch of contacts, in bytes. */
export const BATCH_BODY_MAX_BYTES = 4_194_304;
/** The largest contact file, in bytes. */
export const IMPORT_MAX_BYTES = 31_457_280;

export const COMMENT_MAX = 4_000;
export const ANSWERS_MAX = 40;
export const CHOICES_MAX = 40;
export const URL_MAX = 2_048;
export const TITLE_MAX = 300;
export const NAME_MAX = 200;
export const EMAIL_MAX = 254;
export const PHONE_MAX = 40;
export const EXTERNAL_ID_MAX = 128;
export const SYSTEM_MAX = 40;
export const TOKEN_MAX = 4_096;
export const KEY_MAX = 64;
export const CONTEXT_KEYS_MAX = 20;
export const CONTEXT_VALUE_MAX = 200;
export const REVISION_MAX = 1_000;
export const QUERY_MAX = 200;
export const PAGE_LIMIT_MAX = 200;
export const PAGE_LIMIT_DEFAULT = 50;
export const ATTRIBUTES_MAX = 60;
export const ATTRIBUTE_VALUE_MAX = 1_000;
export const ORIGINS_MAX = 40;

const DAY = 24 * 3_600_000;

/** A response may be revised, and withdrawn, for this long after it was first stored. */
export const REVISABLE_FOR = DAY;
/** How far before its receipt a start is believed; earlier is replaced by the receipt's time. */
export const STARTED_BEFORE_MAX = DAY;
/** How far a visitor's clock may run ahead. */
export const STARTED_AHEAD_MAX = 10 * 60_000;
/** A genuine token that expired at most this long before delivery ties as claimed. */
export const TOKEN_LATE_MAX = DAY;
/** The longest life of an identity token, in seconds. */
export const TOKEN_LIFE_MAX_SECONDS = 3_600;

/** The outbox keeps at most this many items, for at most this long. */
export const OUTBOX_ITEMS_MAX = 20;
export const OUTBOX_AGE_MAX = DAY;

/** Responses a site may take a day, and the part of it that only verified ones may use. */
export const DAILY_QUOTA_DEFAULT = 100_000;
export const QUOTA_VERIFIED_SHARE = 0.2;
/** Answers given while trying things out, a site and day: they take nothing from what visitors may answer. */
export const TESTS_A_DAY = 1_000;

/** How long a rotated signing secret stays valid beside its successor. */
export const SECRET_OVERLAP = DAY;

/** A file of past feedback with what goes with it, in bytes. */
export const FEEDBACK_BODY_MAX_BYTES = 16_500_000;

/** Calls that servers send in Segment's shape: a call, and a batch of them, in bytes; and how many a batch may have. */
export const TRACKED_CALL_MAX_BYTES = 32_768;
export const TRACKED_BATCH_MAX_BYTES = 512_000;
export const TRACKED_BATCH_MAX = 2_500;
/** Ids of messages have fewer than a hundred characters. */
export const MESSAGE_ID_MAX = 99;
export const EVENT_NAME_MAX = 200;
/** What of an event's properties is kept. */
export const EVENT_PROPERTIES_MAX = 40;
export const EVENT_VALUE_MAX = 500;
/** How long a survey that an event made due waits for the person to come by. */
export const DUE_FOR = 7 * DAY;

/** As many API keys as a workspace may have. */
export const API_KEYS_MAX = 50;
