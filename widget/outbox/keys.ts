/** Where kept responses lie in the store, followed by their id. */
export const OUT = 'out:';
