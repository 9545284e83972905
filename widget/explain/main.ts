export function start() {}
export function explain() {}
