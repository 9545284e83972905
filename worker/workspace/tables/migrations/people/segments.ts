/** Segments, personas and what is packed of people. */
export const segments = '';
