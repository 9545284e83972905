/** What a search for people looks in. */
export const search = '';
