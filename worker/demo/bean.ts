/** The shop's sign: one coffee bean. */
export const bean = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g transform="rotate(35 16 16)"><ellipse cx="16" cy="16" rx="9" ry="13" fill="#2f5d50"/><path d="M16 4c-4 6 4 9 0 24" fill="none" stroke="#f4efe6" stroke-width="2"/></g></svg>`;
