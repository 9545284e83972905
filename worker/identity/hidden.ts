/** What stands where an identifier is not shown, or is not kept because whoever it is of was erased. */
export const HIDDEN = '•••';
