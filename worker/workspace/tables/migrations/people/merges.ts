/** Merges and suggestions. */
export const merges = '';
