/** Files brought in, and what they changed. */
export const imports = '';
