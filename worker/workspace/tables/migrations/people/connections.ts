/** Connections to CRMs. */
export const connections = '';
